import { spawn } from 'node:child_process';

/** What stands in the way of a local broker, in one line for the user. */
export class LocalKafkaError extends Error {}

/** Runs a program to its end and returns what it printed; fails with the end of its output. */
export const run = (program: string, args: readonly string[], cwd: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output = `${output}${chunk.toString('utf8')}`.slice(-20_000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new LocalKafkaError(`${program} ended with ${code}: ${lastLines(output)}`));
    });
  });

const lastLines = (output: string): string => output.trim().split('\n').slice(-5).join(' | ');

/** Whether a program is there, by asking it for its version. */
export const isInstalled = (program: string): Promise<boolean> =>
  run(program, ['-version'], process.cwd()).then(
    () => true,
    (error: unknown) => error instanceof LocalKafkaError,
  );
