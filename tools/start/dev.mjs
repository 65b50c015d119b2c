// `npm run dev`: compiles at each edit, and starts the all-in-one anew whenever that changed something it may have loaded.
// What is given after `--` goes to Node.js: `npm run debug` is the same with `--inspect`.
import './supported-node.mjs';
import './end-with-shell.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileOnThread } from './compiler-thread.mjs';
import { copyData, data } from './copy-data.mjs';
import { prepareOutput, setStamp } from './output.mjs';
import { helpIfAsked } from './help.mjs';
import { root } from './stamp.mjs';

helpIfAsked(`npm run dev -- [options of Node.js]: compiles at each edit, and starts the all-in-one anew with what changed; npm run debug does
so with --inspect.`);

const endWithUs = pathToFileURL(join(root, 'tools', 'start', 'end-with-shell.mjs')).href;
const service = [
  '--max-old-space-size=512',
  '--max-semi-space-size=8',
  '--import',
  endWithUs,
  ...process.argv.slice(2),
  join('dist', 'apps', 'all-in-one', 'src', 'main.js'),
];

/** What is saved together is looked at together. */
const settleMs = 100;

let running = null;
let ending = false;
/** Starts follow each other: the next waits until the one before has given its port and its database back. */
let turn = Promise.resolve();

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    ending = true;
    turn = turn.then(stop).then(() => process.exit(0));
  });
}

prepareOutput();
let since = new Date();
// What was compiled last is there at once.
if (existsSync(join(root, service.at(-1)))) turn = turn.then(restart);
compileOnThread(
  (written) => {
    if (written.some(isLoaded)) turn = turn.then(restart);
  },
  (mistakes) => {
    console.error(mistakes === 0 ? 'No mistakes; waiting for edits.' : `${mistakes} mistakes; waiting for edits.`);
    if (mistakes === 0) setStamp(since);
    since = new Date();
  },
);

let copying;
for (const folder of data) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(copying);
    copying = setTimeout(() => {
      copyData(root);
      turn = turn.then(restart);
    }, settleMs);
  });
}

async function restart() {
  await stop();
  if (ending) return;
  const child = spawn(process.execPath, service, {
    cwd: root,
    stdio: 'inherit',
    env: { AJUDANT_DRAIN_SECONDS: '0', ...process.env },
  });
  running = child;
  child.once('exit', (code, signal) => {
    if (child !== running || ending) return;
    console.error(`The all-in-one ended with ${signal ?? `code ${code}`}; the next edit starts it anew.`);
  });
}

async function stop() {
  const child = running;
  running = null;
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function isLoaded(file) {
  const name = relative(join(root, 'dist'), file);
  return /^(apps|libs)[\\/]/.test(name) && !/spec\.js$|[\\/]testing[\\/]/.test(name);
}
