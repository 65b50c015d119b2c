// Builds what has to be built, and goes on as the given program in this same process, so that the signals that end it reach
// who has to end in order.
import './supported-node.mjs';
import './end-with-shell.mjs';
import './ensure-built.mjs';
import './compile-cache.mjs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { quickest } from './programs.mjs';
import { runKept } from './kept-code.mjs';
import { root } from './stamp.mjs';

// Where nothing says so (before Node.js 21), pg finds out what it runs on by making a `Response`, and that loads all of `fetch`.
globalThis.navigator ??= { userAgent: `Node.js/${process.versions.node.split('.')[0]}` };

const [, , name, ...args] = process.argv;
const file = resolve(root, name);
process.argv = [process.argv[0], file, ...args];
const program = quickest(file);
if (program === file) await import(pathToFileURL(file).href);
else runKept(program);
