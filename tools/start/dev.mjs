// `npm run dev`: compiles at each edit, and starts the all-in-one anew whenever that changed something it may have loaded.
// What is given after `--` goes to Node.js: `npm run debug` is the same with `--inspect`.
//
// A start takes most of its time for what an edit doesn't change. So the one that is to come has loaded the packages already when it is
// told to begin (dev-service.mjs), and the one before is killed: its database stays up then, and is taken over as after any crash.
import './supported-node.mjs';
import './end-with-shell.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileOnThread } from './compiler-thread.mjs';
import { copyData, data } from './copy-data.mjs';
import { prepareOutput } from './output.mjs';
import { helpIfAsked } from './help.mjs';
import { root } from './stamp.mjs';

helpIfAsked(`npm run dev -- [options of Node.js]: compiles at each edit, and starts the all-in-one anew with what changed; npm run debug does
so with --inspect.`);

const file = (...path) => pathToFileURL(join(root, ...path)).href;
const service = join(root, 'dist', 'apps', 'all-in-one', 'src', 'main.js');
const options = [
  '--max-old-space-size=512',
  '--min-semi-space-size=8',
  '--max-semi-space-size=8',
  '--import',
  file('tools', 'start', 'end-with-shell.mjs'),
  ...process.argv.slice(2),
];

/** What is saved together is looked at together. */
const settleMs = 100;
/** When a start is over, and the next one may be prepared without being in its way. */
const startedMs = 4_000;

let running = null;
/** The next one, as far as it goes before anything of ours is loaded. */
let prepared = null;
let preparing;
let hasKilled = false;
let ending = false;
/** Starts follow each other: the next waits until the one before has given its port and its database back. */
let turn = Promise.resolve();

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    ending = true;
    clearTimeout(preparing);
    prepared?.kill();
    turn = turn.then(end).then(() => process.exit(0));
  });
}

prepareOutput();
// What was compiled last is there at once.
if (existsSync(service)) turn = turn.then(restart);
compileOnThread(
  (written) => {
    if (written.some(isLoaded)) turn = turn.then(restart);
  },
  (mistakes) => {
    // Nothing says so to the next build: there are also the page and the bundles.
    console.error(mistakes === 0 ? 'No mistakes; waiting for edits.' : `${mistakes} mistakes; waiting for edits.`);
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
  await kill();
  if (ending) return;
  const child = isAlive(prepared) ? prepared : prepare();
  prepared = null;
  running = child;
  child.send(service);
  child.once('exit', (code, signal) => {
    if (child !== running || ending) return;
    console.error(`The all-in-one ended with ${signal ?? `code ${code}`}; the next edit starts it anew.`);
  });
  clearTimeout(preparing);
  // Two of them can't both have the inspector's port.
  if (process.argv.length === 2) preparing = setTimeout(() => (prepared = prepare()), startedMs);
}

function prepare() {
  return spawn(process.execPath, [...options, join(root, 'tools', 'start', 'dev-service.mjs')], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { AJUDANT_DRAIN_SECONDS: '0', ...process.env },
  });
}

async function kill() {
  const child = running;
  running = null;
  if (!isAlive(child)) return;
  hasKilled = true;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function end() {
  if (isAlive(running)) {
    running.kill('SIGTERM');
    await once(running, 'exit');
  } else if (hasKilled) {
    // Nobody came who took the database over. The service knows of the folder from the file as well.
    if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
    const { stopAbandoned } = await import(file('dist', 'libs', 'platform', 'src', 'database', 'embedded', 'index.js'));
    await stopAbandoned(process.env.AJUDANT_DATA_DIR || '.ajudant');
  }
}

const isAlive = (child) => child !== null && child.exitCode === null && child.signalCode === null;

function isLoaded(written) {
  const name = relative(join(root, 'dist'), written);
  return /^(apps|libs)[\\/]/.test(name) && !/spec\.js$|[\\/]testing[\\/]/.test(name);
}
