// Runs a program of `dist/programs` with what V8 compiled of it before, which takes half the time of compiling it again. Whoever runs it
// first keeps that beside it on the way out. Node.js keeps compiled code by itself from 22.1 on, and only what is left of it by then.
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

const loaded = new Map();
/** What is to be kept, by the file where it goes. */
const unkept = new Map();

/** Loads a script, and those that it names by a path, as `require` does. */
export function runKept(file) {
  const known = loaded.get(file);
  if (known !== undefined) return known.exports;
  const script = { exports: {} };
  loaded.set(file, script);
  const folder = dirname(file);
  const outside = createRequire(file);
  const require = (id) => (id.startsWith('./') ? runKept(join(folder, id)) : outside(id));
  const run = compiled(file).runInThisContext();
  run.call(script.exports, script.exports, Object.assign(require, outside), script, file, folder, importFrom);
  return script.exports;
}

/** Packages are the same from here as from there. */
const importFrom = (name) => import(name);

function compiled(file) {
  // V8 knows a script again by its length alone: what belongs to the file of before a build must not be taken for that of now.
  const kept = `${file}.${statSync(file).mtimeMs}.code`;
  // The bundle has ASCII alone.
  const code = `(function (exports, require, module, __filename, __dirname, importFrom) {${readFileSync(file, 'latin1')}\n})`;
  const cachedData = contentOf(kept);
  const script = new Script(code, { filename: file, cachedData });
  if (cachedData === undefined || script.cachedDataRejected) keepLater(kept, script);
  return script;
}

function contentOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function keepLater(file, script) {
  if (unkept.size === 0) {
    // What only a start needs would be gone by the time that all is kept.
    setFlagsFromString('--no-flush-bytecode');
    process.once('exit', keep);
  }
  unkept.set(file, script);
}

/** Whatever is in its way, the next start compiles again. Renamed, so that nobody reads half of it. */
function keep() {
  // What is kept fits nobody who has other options.
  setFlagsFromString('--flush-bytecode');
  try {
    for (const [file, script] of unkept) {
      const whole = `${file}.${process.pid}`;
      writeFileSync(whole, script.createCachedData());
      renameSync(whole, file);
    }
  } catch {
    return;
  }
}
