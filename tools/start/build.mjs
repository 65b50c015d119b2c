// Compiles applications, libraries and tools, with their tests, into dist, and the page beside them in a process of its own.
import './supported-node.mjs';
import { bundle } from './bundle.mjs';
import { prepareOutput, setStamp } from './output.mjs';
import { buildPage } from './page.mjs';

const { compile } = await import('./compile.mjs');
const { writeClientSchema } = await import('./client-schema.mjs');
prepareOutput();
await writeClientSchema();
// What the build itself writes among the sources is older than that, or the next start would build again.
const startedAt = new Date();
const page = buildPage();
const compiled = compile();
if (compiled) await bundle();
if (!(await page) || !compiled) {
  console.error('The build failed.');
  process.exit(1);
}
setStamp(startedAt);
console.error(`Built in ${(performance.now() / 1000).toFixed(1)} s.`);
