import { type NextPoll, PeriodicTask, PollLoop } from '#platform/scheduling';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { MatcherDatabase } from '../matcher-database.js';
import { Supply } from './supply.js';

const saveSeconds = 600;
/** What is written within it is read together: with many bookings a second, each on its own would cost more than the booking. */
const gatherMs = 50;

/**
 * Keeps the supply in memory close behind the tables, so that a ranking, which looks once more itself, finds little to
 * read: soon after a commit of this process, and now and then for what other processes wrote.
 */
@Injectable()
export class SupplyFollower implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new PollLoop('the supply in memory', () => this.readOn());
  private readonly saving = new PeriodicTask('keeping the supply for the next start', saveSeconds, () =>
    this.supply.save(),
  );
  private gathering: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: MatcherDatabase,
    private readonly supply: Supply,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
    this.saving.start();
  }

  /** Something was written, and what comes in a moment is looked for at the same time. */
  wake(): void {
    this.gathering ??= setTimeout(() => {
      this.gathering = null;
      this.loop.wake();
    }, gatherMs).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    await this.saving.stop();
    await this.supply.save();
  }

  private async readOn(): Promise<NextPoll> {
    await this.database.read({ kind: 'marketplace' }, (tx) => this.supply.refresh(tx));
    return 'idle';
  }
}
