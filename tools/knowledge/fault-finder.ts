import { Ajv2020 } from 'ajv/dist/2020.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crossFaults } from './cross-faults.js';
import type { DataFile } from './data-file.js';

export interface KnowledgeFiles {
  readonly data: readonly DataFile[];
  readonly schemas: readonly object[];
}

/** @param root the folder that holds `data` and `schemas` */
export function readKnowledge(root: string): KnowledgeFiles {
  return {
    data: namesIn(join(root, 'data')).map((name) => ({ name, content: readJson(join(root, 'data', name)) })),
    schemas: namesIn(join(root, 'schemas')).map((name) => readJson(join(root, 'schemas', name))),
  };
}

/**
 * What tells what is wrong with files of data, one line for each fault, with the file and the place in it. What a schema
 * refuses comes first and alone: the files have to be of their shape before they can be compared.
 */
export function faultFinder(schemas: KnowledgeFiles['schemas']): (data: readonly DataFile[]) => string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: true, schemas: [...schemas] });
  return (data) => {
    const faults = data.flatMap((file) => shapeFaults(file, ajv));
    return faults.length > 0 ? faults : crossFaults(data);
  };
}

function shapeFaults({ name, content }: DataFile, ajv: Ajv2020): string[] {
  const schema = schemaOf(name);
  const named = `${'../'.repeat(name.split('/').length)}schemas/${schema}`;
  if (content.$schema !== named) return [`${name}: its $schema is not ${named}`];
  ajv.validate(schema, content);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath}: ${message}`);
}

/** By the folder that a file lies in. */
function schemaOf(name: string): string {
  const [folder = '', file] = name.split('/');
  if (file === undefined) return name.replace('.json', '.schema.json');
  // What jurisdictions share has a schema of its own beside that of their lists.
  const own = ['checklists/questions.json', 'lessons/lessons.json', 'lessons/recorded.json'];
  if (own.includes(name)) return file.replace('.json', '.schema.json');
  const lists: Readonly<Record<string, string>> = { checklists: 'checklist', lessons: 'training' };
  return `${lists[folder] ?? folder}.schema.json`;
}

const namesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();

const readJson = <Content>(file: string): Content => JSON.parse(readFileSync(file, 'utf8')) as Content;
