import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** As old as the beginning of the last build that succeeded. */
export const stamp = join(root, 'dist', '.built');
