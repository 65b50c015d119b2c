import { once } from 'node:events';
import { cacheFolder } from './kept-vectors.js';
import { suggestTexts } from './suggest-texts.js';

/** `npm run --silent suggest:batch -- --catalogue FILE --queries FILE`: see docs/batch.md. */

// Whoever reads only the first lines has had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await suggestTexts(process.argv.slice(2), {
  answer: async (line) => {
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
  },
  remark: (line) => console.error(line),
  cacheFolder: cacheFolder(),
});
