import { argumentsOf, endAsMisused } from '#platform/processes';
import { faultsOfPack, sha256Of } from './verify-pack.js';

/** `npm run verify-pack FILE`: whether an archive of a tax year is whole. It needs no server. */
const usage = 'npm run verify-pack FILE: whether an archive of a tax year is what its index says. It needs no server.';
if (process.argv.slice(2).some((argument) => argument.startsWith('-'))) argumentsOf(usage, {});
const [file, ...rest] = process.argv.slice(2);
if (file === undefined || rest.length > 0) endAsMisused('It takes one file.');
const faults = await faultsOfPack(file).catch((error: unknown) => [`it can't be read: ${(error as Error).message}`]);
for (const fault of faults) console.error(`${file}: ${fault}`);
if (faults.length > 0) process.exit(1);
console.log(`${file} is whole: each file is what the index says.\nSHA-256 of the archive: ${await sha256Of(file)}`);
