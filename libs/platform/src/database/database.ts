import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
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
  async transaction<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const outer = this.ambient.getStore();
    if (outer !== undefined && !outer.isOver) return outer.joinInTurn(() => this.join(outer, scope, work));
    for (let retries = 0; ; retries += 1) {
      try {
        return await this.begin(scope, work);
      } catch (error) {
        if (retries === maxRetries || !isRetryable(error)) throw error;
        // Those who collided once would collide again if they waited equally long.
        await sleep(5 * 2 ** retries + Math.random() * 20);
      }
    }
  }

  /** Calls back after each commit that appended events; only a hint, so nothing may depend on it. Returns how to stop. */
  onEventsCommitted(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async begin<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const tx = new Transaction(scope, runner);
    try {
      const client = (await runner.connect()) as PoolClient;
      try {
        // Told by hand, because TypeORM's own start takes a round trip more: its managers must not begin another one.
        Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
        await client.query(`BEGIN ISOLATION LEVEL READ COMMITTED; ${scopeStatement(scope)}`);
        const result = await this.ambient.run(tx, () => work(tx));
        await commit(client);
        this.committed(tx);
        return result;
      } catch (error) {
        // A connection that can't roll back must not return to the pool; TypeORM gives it up on this event.
        await client.query('ROLLBACK').catch((reason: Error) => runner.isReleased || client.emit('error', reason));
        throw error;
      }
    } finally {
      tx.end();
      Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
      await runner.release();
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
      for (const callback of tx.hasEvents ? [...callbacks, ...this.listeners] : callbacks) {
        try {
          callback();
        } catch (error) {
          process.emitWarning(`a callback after commit failed: ${String(error)}`);
        }
      }
    });
  }
}

// PostgreSQL answers COMMIT of a failed transaction with a ROLLBACK and no error: work that swallowed a failed
// statement would be lost in silence.
const commit = async (client: PoolClient): Promise<void> => {
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT')
    throw new Error('a statement failed in the transaction and was ignored; nothing was committed');
};

const retryableStates = new Set(['40001', '40P01']);

const isRetryable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && retryableStates.has(String(error.code));
