// Compiles applications, libraries and tools, with their tests, into dist, and the page beside them in a process of its own.
import './supported-node.mjs';
import { bundle } from './bundle.mjs';
import { prepareOutput, setStamp } from './output.mjs';
import { buildPage } from './page.mjs';

const { compile } = await import('./compile.mjs');
const { writeClientSchema } = await import('./client-schema.mjs');
const startedAt = new Date();
prepareOutput();
await writeClientSchema();
const page = buildPage();
const compiled = compile();
if (compiled) await bundle();
if (!(await page) || !compiled) {
  console.error('The build failed.');
  process.exit(1);
}
setStamp(startedAt);
console.error(`Built in ${((Date.now() - startedAt.getTime()) / 1000).toFixed(1)} s.`);
