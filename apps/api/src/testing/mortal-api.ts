import type { LedgerFactType } from '#domain';
import { quickestProgram } from '#platform/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import supertest from 'supertest';

/** Where a process dies: a fact of that type is posted and not committed; or all is committed, and nobody was told. */
export type Death = LedgerFactType | 'committed';

/** What it is told to do. */
export interface MortalOrder {
  readonly death?: Death | null;
  readonly sweep?: { readonly of: 'cards' | 'reminders'; readonly now: string };
}
/** Once it has started, and to each order. */
export type MortalReply = { readonly url: string } | { readonly fault: string | null };

interface Places {
  readonly databaseUrl: string;
  readonly stripeUrl: string;
  /** How far its clock is ahead, which a process that comes after another has to be told. */
  readonly aheadSeconds: () => number;
}

/** The api in a process of its own that dies where it is told to, and is started again each time. */
export class MortalApi {
  deaths = 0;
  private child: ChildProcess | null = null;
  private url = '';

  constructor(private readonly places: Places) {}

  get http(): ReturnType<typeof supertest> {
    return supertest(this.url);
  }

  async start(): Promise<void> {
    const { databaseUrl, stripeUrl, aheadSeconds } = this.places;
    const script = quickestProgram(path.join(import.meta.dirname, 'mortal-process.js'));
    this.child = spawn(process.execPath, [script, databaseUrl, stripeUrl, String(aheadSeconds())], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const said = await this.reply();
    if (!('url' in said)) throw new Error('the process did not say where it listens');
    this.url = said.url;
  }

  async stop(): Promise<void> {
    if (this.child === null) return;
    const ended = once(this.child, 'exit');
    this.kill();
    await ended;
  }

  kill(): void {
    this.child?.kill('SIGKILL');
  }

  /** @throws Error where it ends over it */
  async obey(order: MortalOrder): Promise<void> {
    const replied = this.reply();
    this.child!.send(order);
    const said = await replied;
    if ('fault' in said && said.fault !== null) throw new Error(said.fault);
  }

  /** Does something with a process that dies on the way, and starts another one. */
  async dies(death: Death | null, act: () => PromiseLike<unknown>): Promise<void> {
    if (death !== null) await this.obey({ death });
    const ended = once(this.child!, 'exit');
    const outcome = await Promise.resolve(act()).then(
      () => 'was answered',
      () => null,
    );
    if (outcome !== null) throw new Error(`what was to die at ${death} ${outcome}`);
    const [, signal] = (await ended) as [number | null, string | null];
    if (signal !== 'SIGKILL') throw new Error(`it ended by ${signal}`);
    this.deaths += 1;
    await this.start();
  }

  private reply(): Promise<MortalReply> {
    const child = this.child!;
    return new Promise((resolve, reject) => {
      const onExit = (): void => {
        child.off('message', onMessage);
        reject(new Error('the process has ended'));
      };
      const onMessage = (said: unknown): void => {
        child.off('exit', onExit);
        resolve(said as MortalReply);
      };
      child.once('message', onMessage);
      child.once('exit', onExit);
    });
  }
}
