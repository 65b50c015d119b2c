import type { EventDraft } from '#contracts/envelope';
import type { EntityManager } from 'typeorm';
import { type OutboxRow, outboxRows } from './outbox-insert.js';
import type { Scope } from './scope.js';
import { bound, type BoundStatement, type Statement } from './statement.js';
import type { TransactionConnection } from './transaction-connection.js';

/** What stands or falls as one: a transaction, or an attempt within one. Work that joins adds to it. */
export class UnitOfWork {
  readonly events: OutboxRow[] = [];
  readonly closing: { scope: Scope; statement: BoundStatement }[] = [];
  readonly callbacks: (() => void)[] = [];
  /** Why work that had joined failed, whoever heard of it: what it has done so far can't be told from the rest. */
  failure: { readonly cause: unknown } | null = null;

  /** @throws Error when joined work has failed and its caller went on */
  assertWhole(): void {
    if (this.failure === null) return;
    throw new Error('work that had joined the transaction failed and was ignored; nothing was committed', this.failure);
  }

  /** Takes over what an attempt leaves for the commit and after it. */
  absorb(attempt: UnitOfWork): void {
    this.events.push(...attempt.events);
    this.closing.push(...attempt.closing);
    this.callbacks.push(...attempt.callbacks);
  }
}

/**
 * One unit of work, or a part of one that joined it. Valid until the work ends; what was begun and not awaited by
 * then fails.
 */
export class Transaction {
  private over = false;
  private joining: Promise<unknown> = Promise.resolve();
  private ownManager: EntityManager | null = null;

  constructor(
    readonly scope: Scope,
    private readonly connection: TransactionConnection,
    private readonly unit: UnitOfWork,
  ) {}

  get manager(): EntityManager {
    this.assertOpen();
    return (this.ownManager ??= this.connection.managerFor(this.scope));
  }

  get isOver(): boolean {
    return this.over;
  }

  /** Rows of a statement; for UPDATE and DELETE those of its RETURNING clause. */
  async query<R>(statement: Statement, params: unknown[] = []): Promise<R[]> {
    this.assertOpen();
    const { rows } = await this.connection.query(this.scope, bound(statement, params));
    return rows as R[];
  }

  /** Number of rows that a statement inserted, updated or deleted. */
  async execute(statement: Statement, params: unknown[] = []): Promise<number> {
    this.assertOpen();
    const { rowCount } = await this.connection.query(this.scope, bound(statement, params));
    return rowCount ?? 0;
  }

  /** How many rows there are: `count('api.file WHERE organisation_id = $1', [id])`. */
  async count(from: string, params: unknown[] = []): Promise<number> {
    const [counted] = await this.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${from}`, params);
    return counted?.count ?? 0;
  }

  /** Whoever asks for the same turn waits until the transaction is over. */
  async takeTurn(what: string): Promise<void> {
    await this.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [what]);
  }

  /**
   * Puts events into the outbox, in the order given, together with the commit: they are published if and only if that
   * succeeds.
   */
  async append(events: readonly EventDraft[]): Promise<void> {
    this.assertOpen();
    this.unit.events.push(...outboxRows(events));
  }

  /** A last statement, in the same round trip as the commit: should it fail, the transaction does. */
  atCommit(statement: Statement, params: unknown[] = []): void {
    this.assertOpen();
    this.unit.closing.push({ scope: this.scope, statement: bound(statement, params) });
  }

  /** Runs outside the transaction after its commit, never after a rollback. A failure of it changes nothing. */
  afterCommit(callback: () => void): void {
    this.assertOpen();
    this.unit.callbacks.push(callback);
  }

  /** Runs joined work one at a time: savepoints belong to the connection, so two at once would undo each other's. */
  joinInTurn<T>(work: () => Promise<T>): Promise<T> {
    this.assertOpen();
    const turn = this.joining.then(work);
    this.joining = turn.catch(() => undefined);
    return turn;
  }

  /** Work in another scope that stands or falls with this one. */
  async join<T>(scope: Scope, run: (inner: Transaction) => Promise<T>): Promise<T> {
    const inner = new Transaction(scope, this.connection, this.unit);
    try {
      return await run(inner);
    } catch (error) {
      this.unit.failure ??= { cause: error };
      throw error;
    } finally {
      inner.over = true;
    }
  }

  /** Work that may fail on its own: then it leaves nothing, and this goes on. */
  async attempt<T>(scope: Scope, run: (inner: Transaction) => Promise<T>): Promise<T> {
    const { connection } = this;
    const scopeBefore = connection.currentScope;
    const unit = new UnitOfWork();
    const inner = new Transaction(scope, connection, unit);
    const savepoint = connection.newSavepoint();
    const begun = connection.control(`SAVEPOINT ${savepoint}`);
    begun.catch(() => undefined);
    try {
      const result = await run(inner);
      unit.assertWhole();
      await begun;
      await connection.control(`RELEASE SAVEPOINT ${savepoint}`);
      this.unit.absorb(unit);
      return result;
    } catch (error) {
      await connection
        .control(`ROLLBACK TO SAVEPOINT ${savepoint}; RELEASE SAVEPOINT ${savepoint}`)
        .catch(() => undefined);
      connection.wentBackTo(scopeBefore);
      throw error;
    } finally {
      inner.over = true;
    }
  }

  /** From here on nothing can be done in it. */
  end(): void {
    this.over = true;
  }

  private assertOpen(): void {
    if (this.over) throw new Error('the transaction is over; something in it was not awaited');
  }
}
