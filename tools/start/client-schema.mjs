// Writes the types of the API's document for the client, whenever the document is newer: they are derived, so not kept.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { root } from './stamp.mjs';

const document = join(root, 'docs', 'openapi.json');
const schema = join(root, 'libs', 'client', 'src', 'schema.ts');

export async function writeClientSchema() {
  if (existsSync(schema) && statSync(schema).mtimeMs > statSync(document).mtimeMs) return;
  const types = await openapiTS(JSON.parse(readFileSync(document, 'utf8')), { silent: true });
  writeFileSync(schema, `// Written from docs/openapi.json by the build.\n${astToString(types)}`);
}
