// The lists of the contracts: which events each kind of aggregate tells, which DTOs and which error codes there are. They
// follow from the files in the folders, so the build writes them; `node tools/start/barrels.mjs --check` says what is stale.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './stamp.mjs';

const contracts = join(root, 'libs', 'contracts', 'src');
const header = '// Written by the build out of the files beside it.\n';

/** Every list by its file. */
function barrels() {
  return new Map([
    [join(contracts, 'events', 'index.ts'), events()],
    [join(contracts, 'http', 'index.ts'), dtos()],
    [join(contracts, 'errors', 'index.ts'), errors()],
  ]);
}

/** A folder is called as the aggregate whose events it holds. */
function events() {
  const folder = join(contracts, 'events');
  const kinds = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ noun: name, files: modulesIn(join(folder, name)), list: `${camelCase(name)}Events` }))
    .sort((one, other) => (one.noun < other.noun ? -1 : 1));
  const all = kinds.flatMap(({ noun, files }) =>
    files.map((file) => ({ noun, path: `./${noun}/${file}.js`, name: eventIn(join(folder, noun, `${file}.ts`)) })),
  );
  const shapes = modulesIn(folder).filter((file) => /[.-]shapes?$|^need-to-match$/.test(file));
  return [
    header,
    `import type { EventClass } from '../envelope.js';\n`,
    ...all.map(({ name, path }) => `import { ${name} } from '${path}';\n`),
    `import { eventsOf } from './events-of.js';\n\n`,
    ...all.map(({ path }) => `export * from '${path}';\n`),
    ...shapes.map((file) => `export * from './${file}.js';\n`),
    '\n',
    ...kinds.map(({ noun, list }) => {
      const names = all.filter((event) => event.noun === noun).map(({ name }) => name);
      return `export const ${list} = eventsOf('${noun}', { ${names.join(', ')} });\n`;
    }),
    "\n/** Every event that crosses a service's border; schemas in docs/events are generated from these. */\n",
    `export const eventTypes: readonly EventClass[] = [${kinds.map(({ list }) => list).join(', ')}]`,
    '.flatMap(({ classes }) => Object.values<EventClass>(classes));\n',
  ].join('');
}

function dtos() {
  const files = modulesIn(join(contracts, 'http')).filter((file) => file.endsWith('.dto'));
  return [header, ...files.map((file) => `export * from './${file}.js';\n`)].join('');
}

function errors() {
  const files = modulesIn(join(contracts, 'errors')).filter((file) => file.endsWith('.errors'));
  const tables = files.map((file) => ({ file, table: `${camelCase(file.replace('.errors', ''))}Errors` }));
  return [
    header,
    ...tables.map(({ file, table }) => `import { ${table} } from './${file}.js';\n`),
    `import type { ErrorEntry } from './error-table.js';\n\n`,
    "/** Every stable error code with its HTTP status; a code that is missing here is a programmer's error. */\n",
    'export const errorCatalogue: Readonly<Record<string, ErrorEntry>> = {\n',
    ...tables.map(({ table }) => `  ...${table},\n`),
    '};\n',
  ].join('');
}

const modulesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts' && !name.endsWith('spec.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();

const camelCase = (name) => name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());

function eventIn(file) {
  const name = /^export class (\w+)[^{]*\{\n {2}static readonly type = /m.exec(readFileSync(file, 'utf8'))?.[1];
  if (name === undefined) throw new Error(`${file} has no class of an event`);
  return name;
}

const stale = () => [...barrels()].filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);

/** Writes those that are stale. */
export function writeBarrels() {
  for (const [file, text] of stale()) writeFileSync(file, text);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!process.argv.includes('--check')) writeBarrels();
  const files = stale().map(([file]) => file);
  if (files.length > 0) {
    console.error(`${files.join(', ')}: not what the folders hold. Run \`npm run build\`, and commit them.`);
    process.exit(1);
  }
}
