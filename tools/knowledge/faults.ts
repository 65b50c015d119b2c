import { Ajv2020 } from 'ajv/dist/2020.js';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { crossFaults } from './cross-faults.js';
import type { DataFile } from './data-file.js';

/**
 * What is wrong with the files of `libs/knowledge`, one line for each, with the file and the place in it; none if all is
 * well. What a schema refuses is told first: the files have to be of their shape before they can be compared.
 * @param root the folder that holds `data` and `schemas`
 */
export function faultsOf(root: string): string[] {
  const files = readdirSync(join(root, 'data'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name): DataFile => ({ name, content: JSON.parse(readFileSync(join(root, 'data', name), 'utf8')) }));
  const faults = shapeFaults(root, files);
  return faults.length > 0 ? faults : crossFaults(files);
}

function shapeFaults(root: string, files: readonly DataFile[]): string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  const schemas = readdirSync(join(root, 'schemas'));
  for (const name of schemas) ajv.addSchema(JSON.parse(readFileSync(join(root, 'schemas', name), 'utf8')) as object);
  return files.flatMap(({ name, content }) => {
    const named = resolve(root, 'data', name, '..', String(content.$schema));
    const schema = basename(named);
    if (relative(join(root, 'schemas'), named) !== schema || schema !== schemaOf(name)) {
      return [`${name}: its $schema is not ${schemaOf(name)}`];
    }
    ajv.validate(schema, content);
    return (ajv.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath}: ${message}`);
  });
}

/** By the folder that a file lies in. */
function schemaOf(name: string): string {
  if (name === 'skills.json') return 'skills.schema.json';
  if (name === 'checklists/questions.json') return 'questions.schema.json';
  const folder = name.split('/')[0]!;
  return folder === 'checklists' ? 'checklist.schema.json' : `${folder}.schema.json`;
}
