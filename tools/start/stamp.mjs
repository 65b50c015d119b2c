import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** As old as the beginning of the last build that succeeded. */
export const stamp = join(root, 'dist', '.built');

/** When the newest file of it was changed, in milliseconds since 1970. */
export function newestIn(path) {
  if (basename(path) === 'node_modules') return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0);
}
