import type { EventDraft } from '#contracts/envelope';
import type { EntityManager, QueryRunner } from 'typeorm';
import { type OutboxRow, outboxRows } from './outbox-insert.js';
import type { Scope } from './scope.js';

/**
 * One unit of work, or a part of one that joined it. Valid until the work ends; what was begun and not awaited by
 * then fails.
 */
export class Transaction {
  private over = false;
  private joining: Promise<unknown> = Promise.resolve();
  private readonly appended: OutboxRow[] = [];
  private callbacks: (() => void)[] = [];

  constructor(
    readonly scope: Scope,
    readonly runner: QueryRunner,
    /** 0 for the transaction itself, 1 and up for work that joined it. */
    readonly depth = 0,
  ) {}

  get manager(): EntityManager {
    this.assertOpen();
    return this.runner.manager;
  }

  get isOver(): boolean {
    return this.over;
  }

  /** What goes into the outbox, in order, right before the commit. */
  get events(): readonly OutboxRow[] {
    return this.appended;
  }

  /** Rows of a statement; for UPDATE and DELETE those of its RETURNING clause. */
  async query<R>(sql: string, params: unknown[] = []): Promise<R[]> {
    this.assertOpen();
    const result = await this.runner.query(sql, params, true);
    return (result.records ?? []) as R[];
  }

  /** Number of rows that a statement inserted, updated or deleted. */
  async execute(sql: string, params: unknown[] = []): Promise<number> {
    this.assertOpen();
    const result = await this.runner.query(sql, params, true);
    return result.affected ?? 0;
  }

  /**
   * Puts events into the outbox, in the order given, together with the commit: they are published if and only if that
   * succeeds.
   */
  async append(events: readonly EventDraft[]): Promise<void> {
    this.assertOpen();
    this.appended.push(...outboxRows(events));
  }

  /** Runs outside the transaction after its commit, never after a rollback. A failure of it changes nothing. */
  afterCommit(callback: () => void): void {
    this.assertOpen();
    this.callbacks.push(callback);
  }

  /**
   * Runs joined work one at a time: scope and savepoints belong to the connection, so two at once would see each
   * other's.
   */
  joinInTurn<T>(work: () => Promise<T>): Promise<T> {
    this.assertOpen();
    const turn = this.joining.then(work);
    this.joining = turn.catch(() => undefined);
    return turn;
  }

  /** Takes over what joined work leaves for after the commit. */
  absorb(inner: Transaction): void {
    this.appended.push(...inner.appended);
    this.callbacks.push(...inner.callbacks);
  }

  end(): readonly (() => void)[] {
    this.over = true;
    return this.callbacks;
  }

  private assertOpen(): void {
    if (this.over) throw new Error('the transaction is over; something in it was not awaited');
  }
}
