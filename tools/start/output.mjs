// What is in dist besides what the compiler writes there.
import { utimesSync, writeFileSync } from 'node:fs';
import { copyData } from './copy-data.mjs';
import { copyKernel } from './kernel.mjs';
import { removeStale } from './remove-stale.mjs';
import { root, stamp } from './stamp.mjs';

export function prepareOutput() {
  removeStale(root);
  copyKernel();
  copyData(root);
}

/** Says that dist has everything that was in the sources at that time: what was edited since is newer. */
export function setStamp(time) {
  writeFileSync(stamp, '');
  utimesSync(stamp, time, time);
}
