// Compiles applications, libraries and tools, with their tests, into dist.
import { spawnSync } from 'node:child_process';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeStale } from './remove-stale.mjs';
import { root, stamp } from './stamp.mjs';

const startedAt = new Date();
removeStale(root);
const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
const { status } = spawnSync(process.execPath, [nest, 'build', 'api'], { cwd: root, stdio: ['inherit', 2, 2] });
if (status !== 0) {
  console.error('The build failed.');
  process.exit(1);
}
// What was edited while the compiler ran is newer than this.
writeFileSync(stamp, '');
utimesSync(stamp, startedAt, startedAt);
console.error(`Built in ${((Date.now() - startedAt.getTime()) / 1000).toFixed(1)} s.`);
