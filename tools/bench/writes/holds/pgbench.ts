import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { appSession } from './app-session.js';
import { clients, type Contestant, type Round } from './contestant.js';
import type { Market } from './market.js';
import { pgbenchScript } from './pgbench-script.js';

const run = promisify(execFile);

export const pgbenchIsThere = (): boolean => {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** The statements of a hold in pgbench, prepared, and those pipelined that the application doesn't wait for. */
export class Pgbench implements Contestant {
  readonly name = 'its statements alone, in pgbench';
  private held = 0;

  private constructor(
    private readonly databaseUrl: string,
    private readonly folder: string,
  ) {}

  static async around(databaseUrl: string, market: Market): Promise<Pgbench> {
    const folder = await mkdtemp(path.join(tmpdir(), 'ajudant-pgbench-'));
    await writeFile(path.join(folder, 'hold.sql'), await pgbenchScript(databaseUrl, market));
    return new Pgbench(databaseUrl, folder);
  }

  async round(seconds: number): Promise<Round> {
    const script = path.join(this.folder, 'hold.sql');
    const load = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds)];
    const { stdout } = await run('pgbench', [...load, '-D', `h=${this.held}`, '-f', script, this.databaseUrl], {
      env: { ...process.env, PGOPTIONS: appSession },
    });
    const [booked, rate] = [/processed: (\d+)/, /tps = ([\d.]+)/].map((figure) => Number(figure.exec(stdout)?.[1]));
    if (!booked || !rate) throw new Error(`pgbench said ${stdout}`);
    // No client was twice as quick as the others.
    this.held += Math.ceil((booked / clients) * 2);
    return { booked, rate };
  }

  async stop(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
