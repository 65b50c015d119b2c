// Builds what has to be built, and goes on as the given program in this same process: the signals that npm passes on
// reach who has to end in order. (A shell between npm and the program keeps them to itself: hence `exec` in package.json.)
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './stamp.mjs';
import './ensure-built.mjs';

const [, , program, ...args] = process.argv;
const file = resolve(root, program);
process.argv = [process.argv[0], file, ...args];
await import(pathToFileURL(file).href);
