// Builds what isn't built yet or is older than its sources, so that `npm start` after `npm ci` is one command and a
// second start doesn't pay for a compiler.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stamp = join(root, 'dist', '.built');

function newestIn(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0);
}

const sources = ['apps', 'libs', 'tools', 'tsconfig.json', 'nest-cli.json', 'package.json'];
const newest = Math.max(...sources.map((source) => newestIn(join(root, source))));

if (!existsSync(stamp) || statSync(stamp).mtimeMs < newest) {
  const startedAt = Date.now();
  process.stdout.write('Building … ');
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const built = spawnSync(process.execPath, [nest, 'build', 'api'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) {
    process.stdout.write(`failed\n${built.stdout}${built.stderr}\n`);
    process.exit(1);
  }
  writeFileSync(stamp, new Date().toISOString());
  process.stdout.write(`${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
}
