import { argumentsOf } from '#platform/processes';
import { fileURLToPath } from 'node:url';
import { faultFinder, readKnowledge } from './fault-finder.js';

/** `npm run check:knowledge`: whether the files that translators edit are sound. Names each fault, and fails by it. */
argumentsOf('npm run check:knowledge: whether the files that translators edit are sound.', {});
const { data, schemas } = readKnowledge(fileURLToPath(new URL('../../../libs/knowledge', import.meta.url)));
const faults = faultFinder(schemas)(data);
for (const fault of faults) console.error(`libs/knowledge/data/${fault}`);
if (faults.length > 0) process.exit(1);
console.log(`libs/knowledge/data is sound: ${data.length} files.`);
