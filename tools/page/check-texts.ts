import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textFaults, unnamedEvents, unusedTexts } from './text-faults.js';

/** `npm run check:texts`: whether the page says everything in all of its languages, and uses each text that it has. */
const source = fileURLToPath(new URL('../../../apps/web/src', import.meta.url));
const languages = ['en', 'es', 'ca'];

const textsOf = (language: string): Map<string, Record<string, string>> =>
  new Map(
    readdirSync(join(source, 'texts', language)).map((file) => [
      basename(file, '.json'),
      JSON.parse(readFileSync(join(source, 'texts', language, file), 'utf8')) as Record<string, string>,
    ]),
  );

const byLanguage = new Map(languages.map((language) => [language, textsOf(language)]));
const sourceOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
const code = sourceOf(source);

/** What ids are put together of beside the page's own words: statuses, reasons, roles, as the API and the rules name them. */
const repository = fileURLToPath(new URL('../../..', import.meta.url));
const named = [
  readFileSync(join(repository, 'docs/openapi.json'), 'utf8'),
  sourceOf(join(repository, 'libs/domain/src')),
  sourceOf(join(repository, 'apps/api/src/administration')),
  sourceOf(join(repository, 'libs/marketplace-access/src')),
  sourceOf(join(repository, 'libs/contracts/src/errors')),
].join('\n');
const events = readdirSync(join(repository, 'docs/events')).map((file) => basename(file, '.schema.json'));
const values = new Set([
  ...events.flatMap((type) => type.split('.')),
  ...[...named.matchAll(/["']([\w.-]+)["']|\b([\w-]+):/g)].map(([, value, name]) => value ?? name!),
]);
const ids = [...byLanguage.get('en')!].flatMap(([file, texts]) => Object.keys(texts).map((key) => `${file}.${key}`));
const unused = unusedTexts(ids, code, values).map((id) => `nothing uses ${id}`);

const unnamed = unnamedEvents(events, byLanguage.get('en')!.get('happened') ?? {});
const faults = [...textFaults(byLanguage), ...unnamed, ...unused];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`${ids.length} texts in ${languages.length} languages.`);
