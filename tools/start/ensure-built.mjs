// Builds what isn't built yet or is older than its sources, so that `npm start` after `npm ci` is one command and a
// second start doesn't pay for a compiler.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root, stamp } from './stamp.mjs';

function newestIn(path) {
  if (basename(path) === 'node_modules') return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0);
}

const sources = ['apps', 'libs', 'tools', 'tsconfig.json', 'package.json'];
const newest = Math.max(...sources.map((source) => newestIn(join(root, source))));

if (!existsSync(stamp) || statSync(stamp).mtimeMs < newest) {
  // Standard output belongs to the command that follows.
  console.error('Building …');
  await import('./build.mjs');
}
