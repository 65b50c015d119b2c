// The notes of a release are the changelog's part about it: `node tools/operations/release-notes.mjs 0.1.0`.
// Ends with 1 where the version isn't that of package.json, or the changelog has no such part.
import { readFileSync } from 'node:fs';
import { argv, exit, stdout } from 'node:process';

const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const [, , wanted = ''] = argv;
const { version } = JSON.parse(read('package.json'));
const parts = read('CHANGELOG.md').split(/^## /m).slice(1);
const part = parts.find((text) => text.startsWith(`${wanted}\n`) || text.startsWith(`${wanted} `));
if (wanted !== version || part === undefined) {
  console.error(wanted === version ? `The changelog has no part "## ${wanted}".` : `package.json says ${version}.`);
  exit(1);
}
stdout.write(`${part.slice(part.indexOf('\n')).trim()}\n`);
