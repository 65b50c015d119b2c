// `npm run as-of -- '2026-12-31 23:30' npm test`: runs a command as if it were that time by UTC, and all that it starts: specs, services,
// their PostgreSQL and the browser. libfaketime does it, and nothing in the program knows of it.
import './supported-node.mjs';
// By the true clock: whether something is built is told by the times of files.
import './ensure-built.mjs';
import { spawnSync } from 'node:child_process';
import { helpIfAsked } from './help.mjs';

const usage = "npm run as-of -- '2026-12-31 23:30' npm test: runs a command as if it were that time by UTC.";
const [time, ...command] = process.argv.slice(2);
if (command.length === 0) helpIfAsked(usage);

if (time === undefined || Number.isNaN(Date.parse(`${time} UTC`)) || command.length === 0) {
  console.error(usage);
  process.exit(1);
}
// Clocks that only run on stay as they are: what waits for a while waits for it truly.
const moved = spawnSync('faketime', ['-m', '--exclude-monotonic', `${time} UTC`, ...command], { stdio: 'inherit' });
if (moved.error !== undefined)
  console.error(`faketime has to be there (on Debian: apt-get install faketime): ${moved.error.message}`);
process.exit(moved.status ?? 1);
