// Where the build puts programs in a few files each (bundle.mjs), and which file is to be run.
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './stamp.mjs';

/** The services, and the programs that specs start again and again. */
const places = [
  'apps/all-in-one/src/main',
  'apps/api/src/main',
  'apps/api/src/testing/mortal-process',
  'apps/api/src/testing/webhook-process',
  'apps/matcher/src/main',
  'libs/platform/src/http/specimen/main',
  'libs/platform/src/messaging/specimen/parcel-process',
];

const dist = join(root, 'dist');
/** Gone whenever something is compiled, until a build has made it anew. */
export const programs = join(dist, 'programs');

/** What the compiler wrote, each by the name of its bundle: all lie in one folder. */
export const bundled = Object.fromEntries(
  places.map((place) => [place.replaceAll('/', '.'), join(dist, `${place}.js`)]),
);

/** The file that does the same as a given one, sooner; or that itself. */
export function quickest(file) {
  const bundle = join(programs, relative(dist, file).split(sep).join('.').replace(/js$/, 'cjs'));
  return existsSync(bundle) ? bundle : file;
}
