// Data that the program reads stands beside its compiled code, so that `dist` alone is what an image needs: what is kept up by hand, and
// the examples that the description of the API shows.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const data = [join('libs', 'knowledge', 'data'), join('apps', 'api', 'data'), 'examples'];

/** Copies the data files to `root`/dist as they are now: whole folders are read, so what is gone has to go there too. */
export function copyData(root) {
  for (const folder of data) {
    const copy = join(root, 'dist', folder);
    rmSync(copy, { recursive: true, force: true });
    if (existsSync(join(root, folder))) cpSync(join(root, folder), copy, { recursive: true });
  }
}
