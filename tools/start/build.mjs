// Compiles applications, libraries and tools, with their tests, into dist.
import './supported-node.mjs';
import { prepareOutput, setStamp } from './output.mjs';

const { compile } = await import('./compile.mjs');
const startedAt = new Date();
prepareOutput();
if (!compile()) {
  console.error('The build failed.');
  process.exit(1);
}
setStamp(startedAt);
console.error(`Built in ${((Date.now() - startedAt.getTime()) / 1000).toFixed(1)} s.`);
