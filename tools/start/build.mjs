// Compiles applications, libraries and tools, with their tests, into dist.
import { utimesSync, writeFileSync } from 'node:fs';
import { compile } from './compile.mjs';
import { copyData } from './copy-data.mjs';
import { copyKernel } from './kernel.mjs';
import { removeStale } from './remove-stale.mjs';
import { root, stamp } from './stamp.mjs';

const startedAt = new Date();
removeStale(root);
copyKernel();
copyData(root);
if (!compile()) {
  console.error('The build failed.');
  process.exit(1);
}
// What was edited while the compiler ran is newer than this.
writeFileSync(stamp, '');
utimesSync(stamp, startedAt, startedAt);
console.error(`Built in ${((Date.now() - startedAt.getTime()) / 1000).toFixed(1)} s.`);
