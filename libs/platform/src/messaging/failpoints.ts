import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';

/** Those of messaging itself; others have their own. */
export const failpointNames = [
  'between-commit-and-publish',
  'between-inbox-and-effect',
  'between-effect-and-offset',
] as const;

/**
 * Kills the process the hard way where a test asks for it: AJUDANT_FAILPOINTS names the points, and a marker file in
 * AJUDANT_FAILPOINT_DIR sees to it that each is hit once. Without the variables nothing happens.
 */
export function failpoint(name: string): void {
  const folder = process.env['AJUDANT_FAILPOINT_DIR'];
  const armed = process.env['AJUDANT_FAILPOINTS']?.split(',').includes(name) ?? false;
  if (!armed || folder === undefined) return;
  try {
    closeSync(openSync(join(folder, name), 'wx'));
  } catch {
    return;
  }
  process.kill(process.pid, 'SIGKILL');
}
