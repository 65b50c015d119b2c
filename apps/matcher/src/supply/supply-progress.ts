import type { EventEnvelope } from '#contracts';
import { type Database, databaseToken } from '#platform/database';
import { Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';

export const supplyConsumer = 'matcher-supply';

/** How long one call waits; a transport wants to hear from its consumers now and then. */
const waitMs = 5_000;
/** After so long a shortlist from an incomplete supply is better than none; a business can ask for a fresh one. */
const patienceMs = 60_000;
const maxRemembered = 1_000;
/** The supply is usually a few milliseconds behind; who waits longer than that waits for something else. */
const [firstPauseMs, quickPauses, longestPauseMs] = [5, 10, 200] as const;

/** Lets a ranking wait until the supply knows what happened before the event that asks for it. */
@Injectable()
export class SupplyProgress {
  private hasCaughtUp = false;
  private readonly waiting = new Set<() => void>();
  /** Since when events have been waiting, by their ids: a few at most, unless partitions move to other processes. */
  private readonly waitingSince = new Map<string, number>();

  constructor(
    @Inject(messagingToken('matcher')) private readonly messaging: Messaging,
    @Inject(databaseToken('matcher')) private readonly database: Database,
  ) {}

  /** Rejects when it takes long, so that the event comes again after a pause. */
  async until(event: EventEnvelope): Promise<void> {
    const started = performance.now();
    const since = this.waitingSince.get(event.id) ?? started;
    if (this.waitingSince.size >= maxRemembered) this.waitingSince.clear();
    this.waitingSince.set(event.id, since);
    for (let pauses = 0; ; pauses += 1) {
      const now = performance.now();
      if ((this.isCaughtUp() && (await this.hasSeen(event))) || now - since > patienceMs) break;
      if (now - started > waitMs) throw new Error('the supply does not know yet what happened before');
      await this.pause(Math.min(firstPauseMs * 2 ** Math.max(0, pauses - quickPauses), longestPauseMs));
    }
    this.waitingSince.delete(event.id);
  }

  /** The supply has come on in this process: those who wait for it look again at once. */
  notice(): void {
    for (const wake of this.waiting) wake();
  }

  private async pause(ms: number): Promise<void> {
    const timer = new AbortController();
    let wake: () => void = () => undefined;
    const woken = new Promise<void>((resolve) => (wake = resolve));
    this.waiting.add(wake);
    await Promise.race([woken, sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined)]);
    this.waiting.delete(wake);
    timer.abort();
  }

  /** Over a broker there is no order between topics, so a process begins with what waited at its start. */
  private isCaughtUp(): boolean {
    if (this.hasCaughtUp) return true;
    const flows = this.messaging.transport.progress().filter(({ consumer }) => consumer === supplyConsumer);
    this.hasCaughtUp = flows.length > 0 && flows.every(({ lag }) => lag === 0);
    return this.hasCaughtUp;
  }

  private async hasSeen({ aggregateType, aggregateId, aggregateVersion }: EventEnvelope): Promise<boolean> {
    const seen = await this.database.transaction({ kind: 'marketplace' }, (tx) =>
      tx.query(
        `SELECT 1 FROM matcher.inbox
          WHERE consumer = $1 AND aggregate_type = $2 AND aggregate_id = $3 AND last_version >= $4`,
        [supplyConsumer, aggregateType, aggregateId, aggregateVersion],
      ),
    );
    return seen.length > 0;
  }
}
