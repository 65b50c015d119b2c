import { DomainError } from '#domain-error';
import type { Database, Scope, Transaction } from '../database/index.js';
import { Answer } from './answer.js';
import { openAnswer, sealAnswer } from './idempotency-answer.js';
import { IdempotencyHashes } from './idempotency-hashes.js';
import { Turns } from './turns.js';

/** One request that may be sent again. */
export interface RepeatableRequest {
  readonly scope: Scope;
  /** Id of the organisation or `public`. */
  readonly tenant: string;
  /** Whose key it is: the same key of another principal is another key. */
  readonly principal: string;
  /** Method and path template. */
  readonly route: string;
  readonly key: string;
  /** Canonical text of everything that the client asked for. */
  readonly input: string;
  /** The answer holds a secret that may not be stored in clear. */
  readonly secretAnswer: boolean;
  /** Instant, ISO 8601 UTC. */
  readonly now: string;
}

/** How an answer came about: now, or when the key was first used. */
export interface OnceResult {
  readonly answer: Answer<unknown>;
  readonly replayed: boolean;
}

const keptHours = 24;
const patienceMs = 5_000;
const purgeBatch = 5_000;

interface AnsweredRow {
  readonly input_hash: Buffer;
  readonly answer: Buffer | null;
}

/**
 * Runs each request's work once per key, in one transaction that also holds the claim and the answer. So a crash, an
 * error or a refusal leaves neither effect nor answer, and the key is free again.
 */
export class IdempotencyStore {
  readonly #database: Database;
  readonly #hashes: IdempotencyHashes;
  readonly #turns = new Turns();

  /** @param secret Without it nobody can tell keys, inputs or secret answers from the rows; at least 32 bytes. */
  constructor(database: Database, secret: string) {
    this.#database = database;
    this.#hashes = new IdempotencyHashes(secret);
  }

  /**
   * Fails with `idempotency.key-reused` for another input, and with `idempotency.in-progress` if the first request
   * with the key isn't over within 5 seconds.
   */
  async once(request: RepeatableRequest, work: () => Promise<Answer<unknown>>): Promise<OnceResult> {
    const { tenant, principal, route, key } = request;
    const name = JSON.stringify([tenant, principal, route, key]);
    // Those of this process wait here first, where waiting holds no connection of the pool.
    const turn = await this.#turns.take(name, patienceMs, async (waitedMs) =>
      this.#database.transaction(request.scope, async (tx) => {
        const isFirst = await this.#claim(tx, request, Math.max(1, Math.round(patienceMs - waitedMs)));
        if (!isFirst) return { answer: await this.#answerBefore(tx, request), replayed: true };
        const answer = await work();
        await this.#keep(tx, request, answer);
        return { answer, replayed: false };
      }),
    );
    if (turn === null) throw inProgress();
    return turn.result;
  }

  /** Deletes what is older than 24 hours, at most 5,000 answers at a time; returns how many. */
  async purge(now: string): Promise<number> {
    return this.#database.transaction({ kind: 'marketplace' }, (tx) =>
      tx.execute(
        `DELETE FROM ${this.#table} WHERE ctid = ANY (ARRAY(
           SELECT ctid FROM ${this.#table} WHERE claimed_at < $1::timestamptz - interval '${keptHours} hours'
           ORDER BY claimed_at LIMIT ${purgeBatch} FOR UPDATE SKIP LOCKED))`,
        [now],
      ),
    );
  }

  get #table(): string {
    return `${this.#database.schema}.idempotency`;
  }

  #primaryKey(request: RepeatableRequest): unknown[] {
    return [request.tenant, request.principal, request.route, this.#hashes.ofKey(request)];
  }

  /**
   * An insert that meets the claim of an open transaction waits for its end: that is how a second request waits for
   * the answer of the first. Only this wait is bounded; RETURNING runs after it and restores the limit for the work.
   */
  async #claim(tx: Transaction, request: RepeatableRequest, waitMs: number): Promise<boolean> {
    const [before] = await tx.query<{ limit: string }>(
      `SELECT current_setting('lock_timeout') AS "limit", set_config('lock_timeout', $1, true)`,
      [String(waitMs)],
    );
    try {
      const claimed = await tx.query(
        `INSERT INTO ${this.#table} AS known (tenant, principal, route, key_hash, input_hash, claimed_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (tenant, principal, route, key_hash) DO UPDATE
           SET input_hash = excluded.input_hash, answer = NULL, claimed_at = excluded.claimed_at
           WHERE known.claimed_at < excluded.claimed_at - interval '${keptHours} hours'
         RETURNING set_config('lock_timeout', $7, true)`,
        [...this.#primaryKey(request), this.#hashes.ofInput(request), request.now, before?.limit ?? '0'],
      );
      return claimed.length === 1;
    } catch (error) {
      if (isLockTimeout(error)) throw inProgress();
      throw error;
    }
  }

  async #answerBefore(tx: Transaction, request: RepeatableRequest): Promise<Answer<unknown>> {
    const [row] = await tx.query<AnsweredRow>(
      `SELECT input_hash, answer FROM ${this.#table}
       WHERE tenant = $1 AND principal = $2 AND route = $3 AND key_hash = $4`,
      this.#primaryKey(request),
    );
    // The purge may have taken it between the two statements: whoever tries again finds the key free.
    if (!row?.answer) throw inProgress();
    if (!row.input_hash.equals(this.#hashes.ofInput(request))) throw new DomainError('idempotency.key-reused');
    return openAnswer(row.answer, request.secretAnswer ? this.#hashes.answerKey(request) : null);
  }

  async #keep(tx: Transaction, request: RepeatableRequest, answer: Answer<unknown>): Promise<void> {
    await tx.execute(
      `UPDATE ${this.#table} SET answer = $5
       WHERE tenant = $1 AND principal = $2 AND route = $3 AND key_hash = $4`,
      [...this.#primaryKey(request), sealAnswer(answer, request.secretAnswer ? this.#hashes.answerKey(request) : null)],
    );
  }
}

const inProgress = (): DomainError => new DomainError('idempotency.in-progress', { retryAfterSeconds: 1 });

function isLockTimeout(error: unknown): boolean {
  const source = error instanceof Error && 'driverError' in error ? error.driverError : error;
  return source instanceof Error && 'code' in source && source.code === '55P03';
}
