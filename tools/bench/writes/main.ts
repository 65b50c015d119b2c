import { endAsMisused } from '#platform/processes';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * `npm run bench:writes`: what writes cost beside the same work without the application, each comparison in turns within one
 * run. Names after `--` choose among them; what follows those is for the programs themselves.
 */
const programs: Readonly<Record<string, string>> = {
  holds: './holds/main.js',
  'outbox-to-kafka': './outbox-to-kafka/main.js',
  postings: './postings/main.js',
};

const named = process.argv.slice(2).filter((argument) => argument in programs);
const options = process.argv.slice(2).filter((argument) => !(argument in programs));
const strangers = named.length > 0 ? [] : options.filter((argument) => /^[a-z]/.test(argument));
if (strangers.length > 0 && options[0] === strangers[0]) {
  endAsMisused(`${strangers[0]} is none of ${Object.keys(programs).join(' and ')}.`);
}

for (const name of named.length > 0 ? named : Object.keys(programs)) {
  console.log(`\n== ${name}`);
  const program = fileURLToPath(new URL(programs[name]!, import.meta.url));
  const [code] = await once(spawn(process.execPath, [program, ...options], { stdio: 'inherit' }), 'exit');
  if (code !== 0) process.exitCode = 1;
}
