// Data that the program reads stands beside its compiled code, so that `dist` alone is what an image needs.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const data = join('libs', 'knowledge', 'data');

/** Copies the data files to `root`/dist as they are now: whole folders are read, so what is gone has to go there too. */
export function copyData(root) {
  const copy = join(root, 'dist', data);
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(root, data), copy, { recursive: true });
}
