// What the compiler needs before it starts, and what is in dist besides what it writes there.
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { writeBarrels } from './barrels.mjs';
import { copyData } from './copy-data.mjs';
import { copyKernel } from './kernel.mjs';
import { programs } from './programs.mjs';
import { removeStale } from './remove-stale.mjs';
import { root, stamp } from './stamp.mjs';

export function prepareOutput() {
  rmSync(programs, { recursive: true, force: true });
  writeBarrels();
  removeStale(root);
  copyKernel();
  copyData(root);
}

/** Says that dist has everything that was in the sources at that time: what was edited since is newer. */
export function setStamp(time) {
  writeFileSync(stamp, '');
  utimesSync(stamp, time, time);
}
