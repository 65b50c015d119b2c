import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { Ambient } from './ambient.js';
import { outboxInserts } from './outbox-insert.js';
import { type Scope, scopeStatements } from './scope.js';
import { bound, type Prepared } from './statement.js';
import { tracedStatement } from './traced-statement.js';
import { TransactionConnection } from './transaction-connection.js';
import { Transaction, UnitOfWork } from './transaction.js';

/** Name of the schema that an app has to itself: lower-case letters, digits and underscores, as it goes into statements. */
export type Schema = string;

/** Injection token of an app's database; the all-in-one holds two. */
export const databaseToken = (schema: Schema): string => `Database(${schema})`;

const maxRetries = 3;

type Work<T> = (tx: Transaction) => Promise<T>;

/** The database of one app: its pool, and the only way to a transaction. */
export class Database {
  private readonly ambient = new Ambient<Transaction>();
  private readonly listeners = new Set<() => void>();
  private readonly pool: Pool;

  /** @param dataSource connected already */
  constructor(
    readonly schema: Schema,
    readonly dataSource: DataSource,
  ) {
    this.pool = (dataSource.driver as PostgresDriver).master as Pool;
  }

  /** Connections that are open, those of them that nobody uses, and work that waits for one. */
  get connections(): { readonly open: number; readonly idle: number; readonly waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { open: totalCount, idle: idleCount, waiting: waitingCount };
  }

  /**
   * Runs work in a READ COMMITTED transaction in a scope. Work begun inside other work joins its transaction under its
   * own scope, and stands or falls with it: when it fails, so does the whole, even if the caller goes on. Otherwise
   * serialisation failures and deadlocks are retried, at most 3 times: work has no effects but those on the database.
   *
   * @param opening statements without parameters that share the round trip of BEGIN
   */
  transaction<T>(scope: Scope, work: Work<T>, opening: readonly string[] = []): Promise<T> {
    return this.run(scope, 'READ WRITE', work, opening);
  }

  /** The same for work that writes nothing: its result doesn't wait for the end of the transaction. */
  read<T>(scope: Scope, work: Work<T>): Promise<T> {
    return this.run(scope, 'READ ONLY', work, []);
  }

  /**
   * The same for work whose failure the caller means to handle: inside other work it is kept behind a savepoint, so that
   * it leaves nothing behind and the rest goes on. That costs three statements more.
   */
  attempt<T>(scope: Scope, work: Work<T>): Promise<T> {
    const outer = this.current();
    if (outer === undefined) return this.transaction(scope, work);
    return outer.joinInTurn(() => outer.attempt(scope, (tx) => this.ambient.run(tx, () => work(tx))));
  }

  /**
   * The rows of one statement that reads in no scope and outside of any transaction, for functions of the schema that see
   * what they have to by themselves.
   */
  async ask<R>(statement: Prepared, params: unknown[]): Promise<R[]> {
    const asked = bound(statement, params);
    const { rows } = await tracedStatement(asked.text, () => this.pool.query(asked), 'text');
    return rows as R[];
  }

  /**
   * Runs statements without parameters in a transaction of their own, in one round trip, and gives the rows of each:
   * for machinery that knows beforehand all that it is going to do.
   */
  async script(scope: Scope, statements: readonly string[]): Promise<Record<string, unknown>[][]> {
    const begin = beginStatements(scope, 'READ WRITE');
    const connection = await this.connect(scope);
    try {
      const all = [...begin, ...statements, 'COMMIT'];
      const results = (await connection.control(all.join(';\n'))) as unknown as QueryResult[];
      return results.slice(begin.length, -1).map(({ rows }) => rows);
    } catch (error) {
      await connection.rollBack();
      throw error;
    } finally {
      connection.release();
    }
  }

  /** Whether the caller is within a transaction of this database, which holds a connection as long as it takes. */
  get isInTransaction(): boolean {
    return this.ambient.current()?.isOver === false;
  }

  /** Calls back after each commit that appended events; only a hint, so nothing may depend on it. Returns how to stop. */
  onEventsCommitted(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async run<T>(scope: Scope, access: Access, work: Work<T>, opening: readonly string[]): Promise<T> {
    const outer = this.current();
    if (outer !== undefined) return outer.joinInTurn(() => this.join(outer, scope, work, opening));
    for (let retries = 0; ; retries += 1) {
      try {
        return await this.begin(scope, access, work, opening);
      } catch (error) {
        if (retries === maxRetries || !isRetryable(error)) throw error;
        // Those who collided once would collide again if they waited equally long.
        await sleep(5 * 2 ** retries + Math.random() * 20);
      }
    }
  }

  private join<T>(outer: Transaction, scope: Scope, work: Work<T>, opening: readonly string[]): Promise<T> {
    return outer.join(scope, async (tx) => {
      for (const statement of opening) await tx.query(statement);
      return this.ambient.run(tx, () => work(tx));
    });
  }

  private async begin<T>(scope: Scope, access: Access, work: Work<T>, opening: readonly string[]): Promise<T> {
    const start = [...beginStatements(scope, access), ...opening].join('; ');
    const connection = await this.connect(scope);
    const unit = new UnitOfWork();
    const tx = new Transaction(scope, connection, unit);
    let ending: Promise<unknown> = Promise.resolve();
    // It isn't waited for: the first statement goes right behind it. Should it fail, that statement can't write, since
    // sessions are read-only but for transactions that say otherwise, and what it read is given to nobody.
    const begun = connection.control(start);
    begun.catch(() => undefined);
    try {
      const result = await this.ambient.run(tx, () => work(tx));
      unit.assertWhole();
      await begun;
      if (access === 'READ ONLY' && unit.events.length > 0) throw new Error('what only reads has no events');
      if (access === 'READ ONLY') ending = connection.control('COMMIT').catch(() => undefined);
      else await commit(connection, unit);
      tx.end();
      this.committed(unit);
      return result;
    } catch (error) {
      // Whoever is refused needn't wait until nothing is left of it; the connection does.
      ending = connection.rollBack();
      await begun;
      throw error;
    } finally {
      tx.end();
      void ending.then(() => connection.release());
    }
  }

  private async connect(scope: Scope): Promise<TransactionConnection> {
    const client: PoolClient = await this.pool.connect();
    return new TransactionConnection(client, this.dataSource, scope);
  }

  private current(): Transaction | undefined {
    const outer = this.ambient.current();
    return outer === undefined || outer.isOver ? undefined : outer;
  }

  private committed({ events, callbacks }: UnitOfWork): void {
    // Without it, so that nothing started by a callback takes the finished transaction for its own.
    this.ambient.run(undefined, () => {
      for (const callback of events.length > 0 ? [...callbacks, ...this.listeners] : callbacks) {
        try {
          callback();
        } catch (error) {
          process.emitWarning(`a callback after commit failed: ${String(error)}`);
        }
      }
    });
  }
}

type Access = 'READ WRITE' | 'READ ONLY';

/** Its isolation is that of the session, READ COMMITTED. */
const beginStatements = (scope: Scope, access: Access): readonly string[] => [
  `BEGIN ${access}`,
  ...scopeStatements(scope),
];

/** Events go into the outbox in the same round trip as the commit, and so does what else was left for last. */
const commit = async (connection: TransactionConnection, unit: UnitOfWork): Promise<void> => {
  const last = [
    ...unit.closing.map(({ scope: its, statement }) => connection.query(its, statement)),
    // The outbox is nobody's, and takes events in any scope.
    ...outboxInserts(unit.events).map((insert) => connection.query(connection.currentScope, insert)),
  ];
  const [committed, ...before] = await Promise.allSettled([connection.control('COMMIT'), ...last]);
  for (const outcome of [...before, committed]) if (outcome.status === 'rejected') throw outcome.reason;
  // PostgreSQL answers COMMIT of a failed transaction with a ROLLBACK and no error: work that swallowed a failed
  // statement would be lost in silence.
  if (committed.status === 'fulfilled' && committed.value.command !== 'COMMIT')
    throw new Error('a statement failed in the transaction and was ignored; nothing was committed');
};

const retryableStates = new Set(['40001', '40P01']);

const isRetryable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && retryableStates.has(String(error.code));
