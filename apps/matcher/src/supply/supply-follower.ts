import { type Database, databaseToken } from '#platform/database';
import { Follower, rests } from '#platform/messaging';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Supply } from './supply.js';

/**
 * Keeps the supply in memory close behind the tables, so that a ranking, which looks once more itself, finds little to
 * read: after each commit of this process, and now and then for what other processes wrote.
 */
@Injectable()
export class SupplyFollower implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly follower = new Follower('the supply in memory', () => this.readOn());

  constructor(
    @Inject(databaseToken('matcher')) private readonly database: Database,
    private readonly supply: Supply,
  ) {}

  onApplicationBootstrap(): void {
    this.follower.start();
  }

  /** Something was written. */
  hint(): void {
    this.follower.hint();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.follower.stop();
  }

  private async readOn(): Promise<number> {
    await this.database.transaction({ kind: 'marketplace' }, (tx) => this.supply.refresh(tx));
    return rests.idle;
  }
}
