import { createRequire } from 'node:module';
import path from 'node:path';

/** The compiled tool is a folder deeper than its source. */
const folder = path.resolve(import.meta.dirname, '../../../tools/bench/contestants');
const requireThere = createRequire(path.join(folder, 'package.json'));

/**
 * A package that only comparisons need. They have a package.json of their own, so that `npm ci` brings along nothing of them;
 * fails with what to do where they aren't installed.
 */
export function installed<Package>(name: string): Package {
  try {
    return requireThere(name) as Package;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new Error(`${name} is not installed: npm run bench:install`, { cause: error });
  }
}
