// `npm run test:watch`: compiles at each edit and runs the specs that lead to what changed; `npm run test:watch -- bookings` those
// whose path matches instead. Another edit ends a run that still goes on, and what it hadn't shown yet is run again.
import './supported-node.mjs';
import './end-with-shell.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileOnThread } from './compiler-thread.mjs';
import { prepareOutput } from './output.mjs';
import { helpIfAsked } from './help.mjs';
import { root } from './stamp.mjs';

helpIfAsked(
  'npm run test:watch -- [patterns]: compiles at each edit, and runs the specs that lead to what changed, or whose path matches.',
);

const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const endWithUs = pathToFileURL(join(root, 'tools', 'start', 'end-with-shell.mjs')).href;
const patterns = process.argv.slice(2);
const changed = new Set();
let running = null;
let turn = Promise.resolve();

prepareOutput();
let first = true;
compileOnThread(
  (written) => {
    // The first time it is all that was edited since the last build.
    for (const file of written) changed.add(file);
    if (changed.size > 0 || (first && patterns.length > 0)) turn = turn.then(run);
    first = false;
  },
  (mistakes) => {
    if (running === null) console.error(`${mistakes === 0 ? 'No' : mistakes} mistakes; waiting for edits.`);
  },
);

async function run() {
  if (running !== null) {
    running.kill('SIGTERM');
    await once(running, 'exit');
  }
  const files = [...changed];
  const chosen = patterns.length > 0 ? patterns : ['--findRelatedTests', ...files];
  const args = ['--import', endWithUs, jest, '--passWithNoTests', ...chosen];
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  running = child;
  child.once('exit', (_, signal) => {
    if (running === child) running = null;
    if (signal === null) for (const file of files) changed.delete(file);
  });
}
