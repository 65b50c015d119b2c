import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { clients, type Contestant, type Round } from './contestant.js';
import type { Market } from './market.js';

const workers = 2;

/** What a worker of `statements-alone.worker.ts` is told at its start. */
export interface WorkerTask extends Pick<Market, 'places' | 'recorded'> {
  readonly databaseUrl: string;
  /** Numbers of the places that it books. */
  readonly mine: readonly number[];
}

/** The statements of a hold over node-postgres in a bare loop, without the application, in threads of their own. */
export class StatementsAlone implements Contestant {
  readonly name = 'its statements alone, over node-postgres';
  private readonly threads: Worker[];

  constructor(databaseUrl: string, { places, recorded }: Market) {
    this.threads = Array.from({ length: workers }, (_, worker) => {
      const mine = Array.from({ length: clients }, (_unused, client) => client).filter((n) => n % workers === worker);
      const workerData: WorkerTask = { databaseUrl, places, recorded, mine };
      return new Worker(new URL('statements-alone.worker.js', import.meta.url), { workerData });
    });
  }

  async round(seconds: number): Promise<Round> {
    const counted = await Promise.all(
      this.threads.map(async (thread) => {
        thread.postMessage(seconds);
        const [booked] = (await once(thread, 'message')) as [number];
        return booked;
      }),
    );
    const booked = counted.reduce((sum, one) => sum + one, 0);
    return { booked, rate: booked / seconds };
  }

  async stop(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.terminate()));
  }
}
