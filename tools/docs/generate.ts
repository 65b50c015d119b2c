import { errorTable } from '#platform/http';
import { argumentsOf } from '#platform/processes';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiDocument } from './api-document.js';
import { asyncApiDocument } from './async-api.js';
import { eventSchemas, type JsonSchema } from './event-schemas.js';
import { incompatibilities } from './incompatibilities.js';

/**
 * `npm run docs` writes docs/openapi.json, docs/asyncapi.json and docs/events/*.schema.json from the code; `npm run docs -- --check` only
 * says what differs, and fails if something does.
 */
const { check } = argumentsOf('npm run docs -- [options]: writes docs/openapi.json and docs/events from the code.', {
  check: { type: 'boolean', default: false },
});
const root = fileURLToPath(new URL('../../../', import.meta.url));
const schemaFile = (type: string): string => `docs/events/${type}.schema.json`;
const textOf = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;
const present = async (file: string): Promise<string | null> =>
  existsSync(join(root, file)) ? readFile(join(root, file), 'utf8') : null;

const schemas = eventSchemas();
const documents = new Map([
  ['docs/openapi.json', textOf(await apiDocument())],
  ['docs/asyncapi.json', textOf(asyncApiDocument())],
  ['docs/errors.md', errorTable()],
  ...[...schemas].map(([type, schema]) => [schemaFile(type), textOf(schema)] as const),
]);

async function differences(): Promise<string[]> {
  const found: string[] = [];
  for (const [file, text] of documents) {
    const before = await present(file);
    if (before !== text) found.push(`${file} ${before === null ? 'is missing' : 'differs'}`);
  }
  const kept = existsSync(join(root, 'docs/events')) ? await readdir(join(root, 'docs/events')) : [];
  const unknown = kept.map((name) => `docs/events/${name}`).filter((file) => !documents.has(file));
  return [...found, ...unknown.map((file) => `${file} belongs to no event`)];
}

/** A published version stays as it is; who must change it makes a new version, or removes the file of an unpublished one. */
async function broken(): Promise<string[]> {
  const found: string[] = [];
  for (const [type, schema] of schemas) {
    const before = await present(schemaFile(type));
    if (before === null) continue;
    found.push(...incompatibilities(JSON.parse(before) as JsonSchema, schema).map((change) => `${type}: ${change}`));
  }
  return found;
}

function failIfAny(problems: readonly string[], advice: string): void {
  if (problems.length === 0) return;
  for (const problem of problems) console.error(problem);
  console.error(advice);
  process.exit(1);
}

failIfAny(await broken(), 'Events change incompatibly only as a new version.');
if (check) {
  failIfAny(await differences(), 'Run `npm run docs`, read the difference and commit it.');
  console.log(`docs/ is up to date: ${documents.size} files.`);
} else {
  for (const [file, text] of documents) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  console.log(`Wrote docs/openapi.json, docs/asyncapi.json, docs/errors.md and ${schemas.size} schemas of events.`);
  for (const difference of await differences()) console.log(difference);
}
// The module's providers were never made, so nothing holds the process but what importing them began.
process.exit(0);
