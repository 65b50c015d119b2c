// Builds what isn't built yet or is older than its sources, so that `npm start` after `npm ci` is one command and a
// second start doesn't pay for a compiler.
import './supported-node.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root, stamp } from './stamp.mjs';

function newestIn(path) {
  if (basename(path) === 'node_modules') return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0);
}

const sources = ['apps', 'examples', 'libs', 'tools', 'tsconfig.json', 'package.json'];
const newest = Math.max(...sources.map((source) => newestIn(join(root, source))));

if (!existsSync(stamp) || statSync(stamp).mtimeMs < newest) {
  // Standard output belongs to the command that follows.
  console.error('Building …');
  // In a process of its own: a program may be started with less memory than a compiler takes, and gets none of it back.
  const build = join(root, 'tools', 'start', 'build.mjs');
  const { status } = spawnSync(process.execPath, [build], { cwd: root, stdio: ['inherit', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
