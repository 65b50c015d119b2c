import type { EventEnvelope } from '#contracts';
import { Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { MatcherDatabase } from '../matcher-database.js';

export const supplyConsumer = 'matcher-supply';

/** After so long a shortlist from an incomplete supply is better than none; a business can ask for a fresh one. */
const patienceMs = 60_000;
const maxRemembered = 1_000;
/** The supply is usually a few milliseconds behind; who waits longer than that waits for something else. */
const [firstPauseMs, quickPauses, longestPauseMs] = [5, 10, 200] as const;

/** Lets a ranking wait until the supply knows what happened before the event that asks for it. */
@Injectable()
export class SupplyProgress {
  /** How long one call waits; a transport wants to hear from its consumers now and then. */
  protected readonly waitMs: number = 5_000;
  private hasCaughtUp = false;
  /** The last versions that the supply of this process has come to, by aggregate; the latest ones. */
  private readonly versions = new Map<string, number>();
  private readonly waiting = new Map<string, Set<() => void>>();
  /** Since when events have been waiting, by their ids: a few at most, unless partitions move to other processes. */
  private readonly waitingSince = new Map<string, number>();

  constructor(
    @Inject(messagingToken('matcher')) private readonly messaging: Messaging,
    private readonly database: MatcherDatabase,
  ) {}

  /** Rejects when it takes long, so that the event comes again after a pause. */
  async until(event: EventEnvelope): Promise<void> {
    const started = performance.now();
    const since = this.waitingSince.get(event.id) ?? started;
    if (this.waitingSince.size >= maxRemembered) this.waitingSince.clear();
    this.waitingSince.set(event.id, since);
    for (let pauses = 0; ; pauses += 1) {
      const now = performance.now();
      if ((this.isCaughtUp() && (await this.hasSeen(event, pauses))) || now - since > patienceMs) break;
      if (now - started > this.waitMs) throw new Error('the supply does not know yet what happened before');
      await this.pause(event, Math.min(firstPauseMs * 2 ** Math.max(0, pauses - quickPauses), longestPauseMs));
    }
    this.waitingSince.delete(event.id);
  }

  /** The supply of this process has come to an event: what came before it is in the tables. */
  reached(event: EventEnvelope): void {
    const key = keyOf(event);
    const version = Math.max(event.aggregateVersion, this.versions.get(key) ?? 0);
    // Anew, so that the oldest one is the first.
    this.versions.delete(key);
    this.versions.set(key, version);
    if (this.versions.size > maxRemembered) this.versions.delete(this.versions.keys().next().value!);
    for (const wake of this.waiting.get(key) ?? []) wake();
  }

  private async pause(event: EventEnvelope, ms: number): Promise<void> {
    const key = keyOf(event);
    const timer = new AbortController();
    let wake: () => void = () => undefined;
    const woken = new Promise<void>((resolve) => (wake = resolve));
    const waking = this.waiting.get(key) ?? new Set();
    this.waiting.set(key, waking.add(wake));
    await Promise.race([woken, sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined)]);
    waking.delete(wake);
    if (waking.size === 0) this.waiting.delete(key);
    timer.abort();
  }

  /** Over a broker there is no order between topics, so a process begins with what waited at its start. */
  private isCaughtUp(): boolean {
    if (this.hasCaughtUp) return true;
    const flows = this.messaging.transport.progress().filter(({ consumer }) => consumer === supplyConsumer);
    this.hasCaughtUp = flows.length > 0 && flows.every(({ lag }) => lag === 0);
    return this.hasCaughtUp;
  }

  /**
   * The tables are asked after a pause only: mostly it is this process that comes to the event, at the same moment. What the supply has
   * put aside is not waited for, since nobody knows when it comes to that.
   */
  private async hasSeen(event: EventEnvelope, pauses: number): Promise<boolean> {
    const { aggregateType, aggregateId, aggregateVersion } = event;
    if ((this.versions.get(keyOf(event)) ?? 0) >= aggregateVersion) return true;
    if (pauses === 0) return false;
    const seen = await this.database.read({ kind: 'marketplace' }, (tx) =>
      tx.query(
        `SELECT 1 FROM matcher.inbox
          WHERE consumer = $1 AND aggregate_type = $2 AND aggregate_id = $3 AND last_version >= $4
         UNION ALL
         SELECT 1 FROM matcher.dead_letter
          WHERE consumer = $1 AND aggregate_type = $2 AND aggregate_id = $3 AND aggregate_version = $4`,
        [supplyConsumer, aggregateType, aggregateId, aggregateVersion],
      ),
    );
    return seen.length > 0;
  }
}

const keyOf = ({ aggregateType, aggregateId }: EventEnvelope): string => `${aggregateType} ${aggregateId}`;
