import { once } from 'node:events';

/** Wrong arguments, or a file that can't be read; the same as the shell's own. */
export const misuse = 2;

export class UsageError extends Error {}

/** Whether the arguments are wrong: by our own word, or by that of `parseArgs`. */
export function isMisuse(error: Error): boolean {
  return error instanceof UsageError || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
}

/** Runs a command of this process. @param print writes text; it settles when there is room for more */
export async function runCommand(command: (print: (text: string) => Promise<void>) => Promise<number>): Promise<void> {
  // Whoever reads only the first lines has had enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await command(async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  });
}
