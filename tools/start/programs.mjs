// Where the build puts the services in a few files each (bundle.mjs), and which file is to be run.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stamp.mjs';

export const names = ['all-in-one', 'api', 'matcher'];
/** Gone whenever something is compiled, until a build has made it anew. */
export const programs = join(root, 'dist', 'programs');

export const mainOf = (name) => join(root, 'dist', 'apps', name, 'src', 'main.js');

/** The file that does the same as a given one, sooner; or that itself. */
export function quickest(file) {
  const name = names.find((one) => mainOf(one) === file);
  const bundled = join(programs, `${name}.js`);
  return name !== undefined && existsSync(bundled) ? bundled : file;
}
