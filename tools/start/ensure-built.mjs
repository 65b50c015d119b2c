// Builds what isn't built yet or is older than its sources, so that `npm start` after `npm ci` is one command and a
// second start doesn't pay for a compiler.
import './supported-node.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { newestIn, root, stamp } from './stamp.mjs';

// The client's types are made of the API's document.
const sources = [
  'apps',
  'docs/openapi.json',
  'examples',
  'libs',
  'tools',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const newest = Math.max(...sources.map((source) => newestIn(join(root, source))));

if (!existsSync(stamp) || statSync(stamp).mtimeMs < newest) {
  // Standard output belongs to the command that follows.
  console.error('Building …');
  // In a process of its own: a program may be started with less memory than a compiler takes, and gets none of it back.
  const build = join(root, 'tools', 'start', 'build.mjs');
  const { status } = spawnSync(process.execPath, [build], { cwd: root, stdio: ['inherit', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
