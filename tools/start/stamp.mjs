import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** As old as the beginning of the last build that succeeded. */
export const stamp = join(root, 'dist', '.built');

/** When the newest of it was changed, in milliseconds since 1970: a file, or a folder that got one or lost one. */
export function newestIn(path) {
  const stat = statSync(path);
  return stat.isDirectory() ? newestBelow(path, stat.mtimeMs) : stat.mtimeMs;
}

function newestBelow(folder, newestYet) {
  let newest = newestYet;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    const { mtimeMs } = statSync(path);
    newest = Math.max(newest, mtimeMs);
    if (entry.isDirectory()) newest = newestBelow(path, newest);
  }
  return newest;
}
