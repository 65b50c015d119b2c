import { runCommand } from '../command-line.js';
import { rankFiles } from './rank-files.js';

/** `npm run --silent rank:batch -- --supply FILE --needs FILE` */
await runCommand((answer) => rankFiles(process.argv.slice(2), { answer, remark: (line) => console.error(line) }));
