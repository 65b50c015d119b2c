import { applyEnvFile } from '#platform/config';
import { orExplain } from '#platform/processes';
import { runCommand } from '../batch/command-line.js';
import { journalCommand } from './journal-command.js';

/** `npm run --silent journal -- verify` */
applyEnvFile();
await orExplain(() =>
  runCommand((print) =>
    journalCommand(process.argv.slice(2), process.env, { print, remark: (line) => console.error(line) }),
  ),
);
