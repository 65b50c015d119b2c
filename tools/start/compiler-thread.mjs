// The compiler on a thread of its own: while it works, whoever waits for it still hears signals, and starts and ends what it has to.
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';

/**
 * As `compileAtEachEdit`, which blocks for seconds at a time.
 * @param onWritten gets the files of JavaScript that were written
 * @param onChecked gets the number of mistakes that there are
 */
export function compileOnThread(onWritten, onChecked) {
  console.error('Compiling …');
  const thread = new Worker(fileURLToPath(import.meta.url), { name: 'compiler' });
  thread.on('message', ({ written, mistakes }) => {
    if (written !== undefined) onWritten(written);
    else onChecked(mistakes);
  });
}

if (!isMainThread) {
  const { compileAtEachEdit } = await import('./compile.mjs');
  compileAtEachEdit(
    (written) => parentPort.postMessage({ written }),
    (mistakes) => parentPort.postMessage({ mistakes }),
  );
}
