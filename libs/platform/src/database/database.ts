import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient, QueryResult } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { outboxInserts, type OutboxRow } from './outbox-insert.js';
import { type Scope, scopeStatement } from './scope.js';
import { Transaction } from './transaction.js';

export type Schema = 'api' | 'matcher';

/** Injection token of an app's database; the all-in-one holds two. */
export const databaseToken = (schema: Schema): string => `Database(${schema})`;

const maxRetries = 3;

/** The database of one app: its pool, and the only way to a transaction. */
export class Database {
  private readonly ambient = new AsyncLocalStorage<Transaction>();
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly schema: Schema,
    readonly dataSource: DataSource,
  ) {}

  /**
   * Runs work in a READ COMMITTED transaction in a scope. Work begun inside other work joins its transaction, under
   * its own scope and behind a savepoint, so that a failure which the caller handles leaves nothing behind. Otherwise
   * serialisation failures and deadlocks are retried, at most 3 times: work has no effects but those on the database.
   */
  transaction<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.run(scope, 'READ WRITE', work);
  }

  /** The same for work that writes nothing: its result doesn't wait for the end of the transaction. */
  read<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.run(scope, 'READ ONLY', work);
  }

  /**
   * Runs statements without parameters in a transaction of their own, in one round trip, and gives the rows of each:
   * for machinery that knows beforehand all that it is going to do.
   */
  async script(scope: Scope, statements: readonly string[]): Promise<Record<string, unknown>[][]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      try {
        const all = [beginStatement(scope, 'READ WRITE'), ...statements, 'COMMIT'];
        const results = (await client.query(all.join(';\n'))) as unknown as QueryResult[];
        // BEGIN and the scope come first.
        return results.slice(2, -1).map(({ rows }) => rows);
      } catch (error) {
        await rollBack(runner, client);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }

  /** Calls back after each commit that appended events; only a hint, so nothing may depend on it. Returns how to stop. */
  onEventsCommitted(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async run<T>(scope: Scope, access: Access, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const outer = this.ambient.getStore();
    if (outer !== undefined && !outer.isOver) return outer.joinInTurn(() => this.join(outer, scope, work));
    for (let retries = 0; ; retries += 1) {
      try {
        return await this.begin(scope, access, work);
      } catch (error) {
        if (retries === maxRetries || !isRetryable(error)) throw error;
        // Those who collided once would collide again if they waited equally long.
        await sleep(5 * 2 ** retries + Math.random() * 20);
      }
    }
  }

  private async begin<T>(scope: Scope, access: Access, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const tx = new Transaction(scope, runner);
    let ending: Promise<unknown> = Promise.resolve();
    try {
      const start = beginStatement(scope, access);
      const client = (await runner.connect()) as PoolClient;
      // Told by hand, because TypeORM's own start takes a round trip more: its managers must not begin another one.
      Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
      // It isn't waited for: the first statement goes right behind it. Should it fail, that statement can't write, since
      // sessions are read-only but for transactions that say otherwise, and what it read is given to nobody.
      const begun = client.query(start);
      begun.catch(() => undefined);
      try {
        const result = await this.ambient.run(tx, () => work(tx));
        await begun;
        if (access === 'READ ONLY' && tx.events.length > 0) throw new Error('what only reads has no events');
        if (access === 'READ ONLY') ending = client.query('COMMIT').catch(() => undefined);
        else await commit(client, tx.events);
        this.committed(tx);
        return result;
      } catch (error) {
        await rollBack(runner, client);
        await begun;
        throw error;
      }
    } finally {
      tx.end();
      const released = ending.then(() => {
        Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
        return runner.release();
      });
      if (access === 'READ WRITE') await released;
    }
  }

  private async join<T>(outer: Transaction, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { runner } = outer;
    const savepoint = `joined_${outer.depth + 1}`;
    const inner = new Transaction(scope, runner, outer.depth + 1);
    await runner.query(`SAVEPOINT ${savepoint}; ${scopeStatement(scope)}`);
    try {
      const result = await this.ambient.run(inner, () => work(inner));
      await runner.query(`RELEASE SAVEPOINT ${savepoint}; ${scopeStatement(outer.scope)}`);
      outer.absorb(inner);
      return result;
    } catch (error) {
      // Settings are transactional: going back to the savepoint restores the outer scope as well.
      await runner.query(`ROLLBACK TO SAVEPOINT ${savepoint}; RELEASE SAVEPOINT ${savepoint}`).catch(() => undefined);
      throw error;
    } finally {
      inner.end();
    }
  }

  private committed(tx: Transaction): void {
    const callbacks = tx.end();
    // Outside the storage, so that nothing started by a callback takes the finished transaction for its own.
    this.ambient.exit(() => {
      for (const callback of tx.events.length > 0 ? [...callbacks, ...this.listeners] : callbacks) {
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

const beginStatement = (scope: Scope, access: Access): string =>
  `BEGIN ISOLATION LEVEL READ COMMITTED ${access}; ${scopeStatement(scope)}`;

/** Events go into the outbox in the same round trip as the commit. */
const commit = async (client: PoolClient, events: readonly OutboxRow[]): Promise<void> => {
  const inserts = outboxInserts(events).map((insert) => client.query(insert));
  const [committed, ...inserted] = await Promise.allSettled([client.query('COMMIT'), ...inserts]);
  for (const outcome of [...inserted, committed]) if (outcome.status === 'rejected') throw outcome.reason;
  // PostgreSQL answers COMMIT of a failed transaction with a ROLLBACK and no error: work that swallowed a failed
  // statement would be lost in silence.
  if (committed.status === 'fulfilled' && committed.value.command !== 'COMMIT')
    throw new Error('a statement failed in the transaction and was ignored; nothing was committed');
};

// A connection that can't roll back must not return to the pool; TypeORM gives it up on this event.
const rollBack = (runner: QueryRunner, client: PoolClient): Promise<unknown> =>
  client.query('ROLLBACK').catch((reason: Error) => runner.isReleased || client.emit('error', reason));

const retryableStates = new Set(['40001', '40P01']);

const isRetryable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && retryableStates.has(String(error.code));
