import { fileURLToPath } from 'node:url';
import { faultsOf } from './faults.js';

/** `npm run check:knowledge`: whether the files that translators edit are sound. Names each fault, and fails if there is one. */
const faults = faultsOf(fileURLToPath(new URL('../../../libs/knowledge', import.meta.url)));
for (const fault of faults) console.error(`libs/knowledge/data/${fault}`);
if (faults.length > 0) process.exit(1);
console.log('libs/knowledge/data is sound.');
