import { once } from 'node:events';
import { rankFiles } from './rank-files.js';

/** `npm run --silent rank:batch -- --supply FILE --needs FILE` */

// Whoever reads only the first lines has had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await rankFiles(process.argv.slice(2), {
  answer: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  remark: (line) => console.error(line),
});
