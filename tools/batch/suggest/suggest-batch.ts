import { runCommand } from '../command-line.js';
import { suggestTexts } from './suggest-texts.js';

/** `npm run --silent suggest:batch -- --catalogue FILE --queries FILE`: see docs/batch.md. */
await runCommand((print) =>
  suggestTexts(process.argv.slice(2), {
    answer: (line) => print(`${line}\n`),
    remark: (line) => console.error(line),
  }),
);
