// Compiles applications, libraries and tools, with their tests, into dist.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeStale } from './remove-stale.mjs';
import { root, stamp } from './stamp.mjs';

const startedAt = new Date();
const modules = join(root, 'node_modules');
removeStale(root);
// The inner loop of the matcher's search becomes WebAssembly.
const kernel = [
  join('apps', 'matcher', 'kernel', 'sift.ts'),
  '--outFile',
  join('dist', 'apps', 'matcher', 'kernel', 'sift.wasm'),
  '--runtime',
  'stub',
  '--initialMemory',
  '8',
  '--enable',
  'simd',
  '-O3',
  '--noAssert',
];
const succeeded = await Promise.all([
  run(join(modules, '@nestjs', 'cli', 'bin', 'nest.js'), 'build', 'api'),
  run(join(modules, 'assemblyscript', 'bin', 'asc.js'), ...kernel),
]);
if (succeeded.includes(false)) {
  console.error('The build failed.');
  process.exit(1);
}
// What was edited while the compiler ran is newer than this.
writeFileSync(stamp, '');
utimesSync(stamp, startedAt, startedAt);
console.error(`Built in ${((Date.now() - startedAt.getTime()) / 1000).toFixed(1)} s.`);

async function run(...command) {
  const [status] = await once(spawn(process.execPath, command, { cwd: root, stdio: ['inherit', 2, 2] }), 'close');
  return status === 0;
}
