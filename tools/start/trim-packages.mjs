// After `npm ci`: drops from node_modules what packages carry for browsers, for bundlers and for their own debugging and tests,
// to which no entry for Node.js leads: a fifth of the space. Nothing depends on it; `npm ci --ignore-scripts` goes without.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const unused = [
  'bintrees/test',
  'class-validator/bundles',
  'class-validator/esm5',
  'fastify/docs',
  'fastify/test',
  'libphonenumber-js/bundle',
  'rxjs/dist/bundles',
  'rxjs/dist/esm5',
  'rxjs/src',
  'typeorm/browser',
];
for (const folder of unused) rmSync(join(packages, folder), { recursive: true, force: true });
const files = readdirSync(packages, { recursive: true, withFileTypes: true });
for (const file of files) {
  if (file.isFile() && file.name.endsWith('.map')) rmSync(join(file.parentPath, file.name), { force: true });
}
