import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const readySeconds = 600;
const stopSeconds = 20;

/** One service as a child process, whose lines come out behind its name. */
export class ServiceProcess {
  /** Says how the process ended, whenever that is; never fails. */
  readonly ended: Promise<string>;
  private readonly child: ChildProcess;

  constructor(
    readonly name: string,
    program: string,
    environment: Readonly<Record<string, string>>,
    print: (line: string) => void = console.log,
  ) {
    this.child = spawn(process.execPath, [program], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl-C reaches a whole group of processes: in a group of its own a service ends when we say so, in our order.
      detached: true,
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      createInterface({ input: stream }).on('line', (line) => print(`${name.padEnd(8)}| ${line}`));
    }
    this.ended = new Promise((resolve) => {
      this.child.once('error', (error) => resolve(`${name} did not start: ${error.message}`));
      this.child.once('close', (code, signal) => resolve(`${name} ended with ${signal ?? `code ${code}`}`));
    });
    process.once('exit', this.kill);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Returns once `/health/ready` at the address is content; fails when the process ends before, or takes too long. */
  async ready(url: string): Promise<void> {
    for (const deadline = Date.now() + readySeconds * 1000; Date.now() < deadline;) {
      if (await isReady(url)) return;
      const end = await Promise.race([this.ended, sleep(200)]);
      if (end !== undefined) throw new Error(end);
    }
    throw new Error(`${this.name} was not ready within ${readySeconds} s`);
  }

  /** Asks the process to end, and after a while makes it. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const overdue = setTimeout(this.kill, stopSeconds * 1000);
    await this.ended;
    clearTimeout(overdue);
    process.removeListener('exit', this.kill);
  }

  /** Ends the process without a word, as a failing machine would. */
  readonly kill = (): void => {
    this.child.kill('SIGKILL');
  };
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
