import { type EventEnvelope, topicOf } from '#contracts/envelope';
import { MessageDeadLetteredV1, MessageDiscardedV1, MessageParkedV1, MessageReplayedV1 } from '#contracts/messages';
import { Logger } from '@nestjs/common';
import { type Database, isInfrastructureFailure, type Transaction } from '../database/index.js';
import { type AggregateKey, DeadLetterStore, type DeadLetter } from './dead-letter-store.js';
import type { UnreadableMessage } from './event-transport.js';
import { type NextPoll, PollLoop, pollDelays } from '../scheduling/index.js';
import { UnfitDataError } from './payload.js';
import { VersionJumpError } from './version-jump.js';

export interface ReplayOutcome {
  readonly replayed: number;
  /** What still waits behind the event that failed again. */
  readonly waiting: number;
  /** Why the first of those failed; null when all went through. */
  readonly cause: string | null;
}

type Effect = (envelope: EventEnvelope, tx: Transaction) => Promise<void>;

const marketplace = { kind: 'marketplace' } as const;
/** Nothing is announced about letters that are themselves about letters: that would have no end. */
const deadLetterType = 'dead-letter';
/** Pauses before an event is tried again by itself; after the last of them only people can ask for it. */
const retryPausesMs = [50, 250, 1_250];

/** Events that a consumer could not handle, and those of the same aggregates that wait behind them. */
export class DeadLetters {
  private readonly logger = new Logger('Messaging');
  private readonly store: DeadLetterStore;
  private readonly retrier: PollLoop;

  constructor(
    private readonly database: Database,
    private readonly consumer: string,
    private readonly effect: Effect,
  ) {
    this.store = new DeadLetterStore(database, consumer);
    this.retrier = new PollLoop(`retries of ${consumer}`, () => this.retryDue());
  }

  /** From then on what is put aside is tried again; what was put aside before, when it is woken. */
  start(): void {
    this.retrier.start(pollDelays.untilWoken);
  }

  /** Has what is due tried again: what another process put aside and did not live to try itself. */
  wake(): void {
    this.retrier.wake();
  }

  stop(): Promise<void> {
    return this.retrier.stop();
  }

  /** Parks the event if an earlier one of its aggregate waits; says whether it did. */
  async parkBehindEarlier(envelope: EventEnvelope, tx: Transaction): Promise<boolean> {
    if (!(await this.store.hasWaiting(tx, envelope))) return false;
    await this.store.lockAggregate(tx, envelope);
    // A replay may have finished while we waited for the lock.
    if (!(await this.store.hasWaiting(tx, envelope))) return false;
    const cause = 'an earlier event of the same aggregate waits';
    const id = await this.store.insert(tx, envelope, { status: 'parked', attempts: 0, cause });
    if (id !== null) await this.announce(tx, id, MessageParkedV1.type, describe(envelope));
    return true;
  }

  /**
   * After the first failure: it is tried again by itself, unless that can't help. Others go on meanwhile. Where even that fails, and
   * not for the machinery, the bytes alone are kept.
   */
  async putAside(envelope: EventEnvelope, error: unknown): Promise<void> {
    await this.orElse(
      () => this.keep(envelope, causeOf(error), pauseAfter(1, error), 'json'),
      (failure) => this.keep(envelope, `${causeOf(error)}; not kept as JSON: ${causeOf(failure)}`, null, 'bytes'),
      `event ${envelope.id} of ${topicOf(envelope.aggregateType)}`,
    );
    this.retrier.wake();
  }

  async putAsideUnreadable(message: UnreadableMessage): Promise<void> {
    await this.orElse(
      () => this.keepUnreadable(message),
      // What came beside the bytes may be what can't be kept.
      () => this.keepUnreadable({ ...message, key: null }),
      `the message at ${message.offset} of ${message.topic}`,
    );
  }

  /**
   * Putting something aside is the last resort, so it must not hold up what comes behind: what can't even be kept is told in the log
   * and passed over. Only failures of the machinery are passed on, since they end.
   */
  private async orElse(
    keep: () => Promise<void>,
    keepLess: (failure: unknown) => Promise<void>,
    what: string,
  ): Promise<void> {
    try {
      await keep();
    } catch (failure) {
      if (isInfrastructureFailure(failure)) throw failure;
      await keepLess(failure).catch((error: unknown) => {
        if (isInfrastructureFailure(error)) throw error;
        this.logger.error(`${this.consumer} could neither handle nor keep ${what}, and goes on: ${causeOf(error)}`);
      });
    }
  }

  private async keep(
    envelope: EventEnvelope,
    cause: string,
    retryInMs: number | null,
    as: 'json' | 'bytes',
  ): Promise<void> {
    await this.database.transaction(marketplace, async (tx) => {
      await this.store.lockAggregate(tx, envelope);
      const status = retryInMs === null ? 'dead' : 'retrying';
      const id = await this.store.insert(tx, envelope, { status, attempts: 1, cause }, retryInMs, as);
      if (id !== null && status === 'dead') await this.announceDead(tx, id, envelope, cause);
    });
  }

  private keepUnreadable(message: UnreadableMessage): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      const id = await this.store.insertUnreadable(tx, message);
      if (id === null) return;
      const { topic, cause, key: aggregateId } = message;
      const unknown = { eventId: null, eventType: null, eventVersion: null, aggregateType: null, aggregateId };
      await this.announce(tx, id, MessageDeadLetteredV1.type, { ...unknown, topic, cause });
    });
  }

  /** Gives a letter up for good, and handles what waits behind it. One that is over, or unknown, stays as it is. */
  async discard(id: string): Promise<void> {
    const discarded = await this.database.transaction(marketplace, async (tx) => {
      const letter = await this.store.discard(tx, id);
      if (letter !== null) await this.announce(tx, id, MessageDiscardedV1.type, { ...letter });
      return letter;
    });
    const { aggregateType = null, aggregateId = null } = discarded ?? {};
    if (aggregateType !== null && aggregateId !== null) await this.replay(aggregateType, aggregateId);
  }

  /** Applies what waits of an aggregate, in order, and stops at the first that fails again. */
  async replay(aggregateType: string, aggregateId: string): Promise<ReplayOutcome> {
    const key = { aggregateType, aggregateId };
    for (let replayed = 0; ; replayed += 1) {
      const outcome = await this.replayFirst(key);
      if (outcome.kind === 'none') return { replayed, waiting: 0, cause: null };
      if (outcome.kind === 'failed') return { replayed, ...(await this.keepWaiting(key, outcome)) };
    }
  }

  private async replayFirst(
    key: AggregateKey,
  ): Promise<{ kind: 'none' } | { kind: 'replayed' } | { kind: 'failed'; letter: DeadLetter; error: unknown }> {
    let letter: DeadLetter | undefined;
    try {
      return await this.database.transaction(marketplace, async (tx) => {
        await this.store.lockAggregate(tx, key);
        [letter] = await this.store.waiting(tx, key);
        if (letter === undefined) return { kind: 'none' };
        await this.effect(letter.envelope, tx);
        await this.store.resolve(tx, letter.id);
        const wasAnnounced = letter.version > 0;
        if (wasAnnounced) await this.announce(tx, letter.id, MessageReplayedV1.type, describe(letter.envelope));
        return { kind: 'replayed' };
      });
    } catch (error) {
      if (letter === undefined || isInfrastructureFailure(error)) throw error;
      return { kind: 'failed', letter, error };
    }
  }

  private async keepWaiting(key: AggregateKey, { letter, error }: { letter: DeadLetter; error: unknown }) {
    const cause = causeOf(error);
    const retryInMs = letter.status === 'dead' ? null : pauseAfter(letter.attempts + 1, error);
    const waiting = await this.database.transaction(marketplace, async (tx) => {
      await this.store.keepWaiting(tx, letter.id, cause, retryInMs);
      if (retryInMs === null) await this.announceDead(tx, letter.id, letter.envelope, cause);
      return (await this.store.waiting(tx, key)).length;
    });
    this.retrier.wake();
    return { waiting, cause };
  }

  /** Tries again what is due, and answers with how long there is nothing to do. */
  private async retryDue(): Promise<NextPoll> {
    const retrying = await this.database.read(marketplace, (tx) => this.store.retrying(tx));
    for (const { aggregateType, aggregateId, dueInMs } of retrying) {
      if (this.retrier.isStopping) return pollDelays.untilWoken;
      if (dueInMs <= 0) await this.replay(aggregateType, aggregateId);
    }
    return Math.max(retrying[0]?.dueInMs ?? pollDelays.untilWoken, pollDelays.contended);
  }

  private announceDead(tx: Transaction, id: string, envelope: EventEnvelope, cause: string): Promise<void> {
    return this.announce(tx, id, MessageDeadLetteredV1.type, { ...describe(envelope), cause });
  }

  private async announce(
    tx: Transaction,
    id: string,
    type: string,
    data: { readonly aggregateType: string | null } & Readonly<Record<string, unknown>>,
  ): Promise<void> {
    if (data.aggregateType === deadLetterType) return;
    const aggregateVersion = await this.store.nextVersion(tx, id);
    const whose = { consumer: this.consumer, service: this.database.schema };
    const letter = { aggregateType: deadLetterType, aggregateId: id, aggregateVersion, audience: [] };
    await tx.append([{ ...letter, type, data: { ...data, ...whose } }]);
  }
}

const describe = ({ id, type, aggregateType, aggregateId, aggregateVersion }: EventEnvelope) => ({
  topic: topicOf(aggregateType),
  eventId: id,
  eventType: type,
  aggregateType,
  aggregateId,
  eventVersion: aggregateVersion,
});

/** How long to wait after so many attempts; null when another one can't help or there were enough. */
const pauseAfter = (attempts: number, error: unknown): number | null =>
  error instanceof UnfitDataError || error instanceof VersionJumpError ? null : (retryPausesMs[attempts - 1] ?? null);

const causeOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replaceAll('\0', '').slice(0, 2_000);
