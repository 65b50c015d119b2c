import type { EventEnvelope } from '#contracts';
import type { Transaction } from '#platform/database';
import { Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { supplyConsumer } from './supply.projection.js';

const lookEveryMs = 20;
/** A shortlist from an incomplete supply is better than none; a business can ask for a fresh one. */
const patienceMs = 60_000;

/** Lets a ranking wait until the supply knows what happened before the event that asks for it. */
@Injectable()
export class SupplyProgress {
  private hasCaughtUp = false;

  constructor(@Inject(messagingToken('matcher')) private readonly messaging: Messaging) {}

  async until(event: EventEnvelope, tx: Transaction): Promise<void> {
    const deadline = performance.now() + patienceMs;
    while (performance.now() < deadline) {
      if (this.isCaughtUp() && (await this.hasSeen(event, tx))) return;
      await sleep(lookEveryMs);
    }
    this.hasCaughtUp = true;
  }

  /** Over a broker there is no order between topics, so a process begins with what waited at its start. */
  private isCaughtUp(): boolean {
    if (this.hasCaughtUp) return true;
    const flows = this.messaging.transport.progress().filter(({ consumer }) => consumer === supplyConsumer);
    this.hasCaughtUp = flows.length > 0 && flows.every(({ lag }) => lag === 0);
    return this.hasCaughtUp;
  }

  private async hasSeen({ aggregateType, aggregateId, aggregateVersion }: EventEnvelope, tx: Transaction) {
    const seen = await tx.query(
      `SELECT 1 FROM matcher.inbox
        WHERE consumer = $1 AND aggregate_type = $2 AND aggregate_id = $3 AND last_version >= $4`,
      [supplyConsumer, aggregateType, aggregateId, aggregateVersion],
    );
    return seen.length > 0;
  }
}
