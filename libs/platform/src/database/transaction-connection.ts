import type { Socket } from 'node:net';
import type { PoolClient, QueryResult } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { sameScope, type Scope, scopeStatements } from './scope.js';
import type { BoundStatement } from './statement.js';
import { tracedStatement } from './traced-statement.js';

/**
 * The connection of one transaction. Statements go out in the order in which they are given, none waiting for the answer to
 * the one before it, each in the scope of the work that sends it: a scope is set where it differs from the one before, in
 * the same round trip as the statement.
 */
export class TransactionConnection {
  private broken: Error | null = null;
  private savepoints = 0;
  private holdsBack = false;
  private readonly onError = (error: Error): void => void (this.broken = error);

  constructor(
    private readonly client: PoolClient,
    private readonly dataSource: DataSource,
    private scope: Scope,
  ) {
    // A connection that is cut fails the statements that wait for it; without a listener it would end the process as well.
    client.on('error', this.onError);
  }

  /** The scope that the connection is in now. */
  get currentScope(): Scope {
    return this.scope;
  }

  query(scope: Scope, statement: BoundStatement): Promise<QueryResult> {
    this.sendTogether();
    this.enter(scope);
    return tracedStatement(statement.text, () => this.client.query(statement), 'text');
  }

  /** Statements without parameters, whatever the scope is: those that begin and end transactions and their parts. */
  control(statements: string): Promise<QueryResult> {
    this.sendTogether();
    return tracedStatement(statements, () => this.client.query(statements), 'verb');
  }

  /** A name that no other savepoint of the transaction has: one that could not be set must not stand for another. */
  newSavepoint(): string {
    this.savepoints += 1;
    return `attempt_${this.savepoints}`;
  }

  /** Going back to a savepoint undoes what was set after it. */
  wentBackTo(scope: Scope): void {
    this.scope = scope;
  }

  /** TypeORM's manager for work in a scope; what it sends goes through here. */
  managerFor(scope: Scope): EntityManager {
    const runner = this.dataSource.createQueryRunner();
    const databaseConnection = {
      query: (text: string, values: unknown[] = []) => this.query(scope, { text, values }),
    };
    // Told by hand that a transaction is under way, on a connection that it neither takes nor gives back.
    Object.assign(runner, { databaseConnection, isTransactionActive: true, transactionDepth: 1 });
    return runner.manager;
  }

  /** A connection that can't roll back must not return to the pool. */
  async rollBack(): Promise<void> {
    await this.client.query('ROLLBACK').catch(this.onError);
  }

  release(): void {
    this.client.off('error', this.onError);
    this.client.release(this.broken ?? undefined);
  }

  /** What goes out before anybody waits for an answer is written to the socket at once: each write is a system call. */
  private sendTogether(): void {
    if (this.holdsBack) return;
    this.holdsBack = true;
    const { stream } = (this.client as PoolClient & { readonly connection: { readonly stream: Socket } }).connection;
    stream.cork();
    process.nextTick(() => {
      this.holdsBack = false;
      stream.uncork();
    });
  }

  private enter(scope: Scope): void {
    if (sameScope(scope, this.scope)) return;
    const statements = scopeStatements(scope).join('; ');
    this.scope = scope;
    // It isn't waited for: it fails only where the transaction is lost already, and then the statement behind it does, too.
    this.client.query(statements).catch(() => undefined);
  }
}
