import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textFaults } from './text-faults.js';

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
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n');

/** Ids that are put together where they are used: `words.channel-${channel}` uses every text that begins like that. */
const madeUp = [...code.matchAll(/[`']([\w-]+\.[\w-]*)\$\{/g)].map(([, beginning]) => beginning!);
const unused = [...byLanguage.get('en')!].flatMap(([file, texts]) =>
  Object.keys(texts)
    .map((key) => `${file}.${key}`)
    .filter((id) => !code.includes(`'${id}'`) && !madeUp.some((beginning) => id.startsWith(beginning)))
    .map((id) => `nothing uses ${id}`),
);

const faults = [...textFaults(byLanguage), ...unused];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
const count = [...byLanguage.get('en')!.values()].reduce((sum, texts) => sum + Object.keys(texts).length, 0);
console.log(`${count} texts in ${languages.length} languages.`);
