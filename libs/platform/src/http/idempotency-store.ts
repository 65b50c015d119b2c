import { DomainError } from '#domain-error';
import type { Database, Prepared, Scope, Transaction } from '../database/index.js';
import { Answer } from './answer.js';
import { openAnswer, sealAnswer } from './idempotency-answer.js';
import { IdempotencyHashes } from './idempotency-hashes.js';
import { KeyedMutex } from './keyed-mutex.js';

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

/** The same with what stands for it in the table, which takes a hash to find out. */
interface KeyedRequest extends RepeatableRequest {
  readonly primaryKey: readonly unknown[];
}

/** What a request comes to, in the order of its steps. */
export interface Steps<Result> {
  /** Outside of any transaction; what it gives is thrown, unless the key is known. */
  readonly foresee?: () => Promise<DomainError | null>;
  /** What the work needs and takes long; it is done outside of the transaction, and only for a new key. */
  readonly before?: () => Promise<unknown>;
  readonly work: (prepared?: unknown) => Promise<Result>;
}

/** How an answer came about: now, or when the key was first used. */
export interface OnceResult {
  readonly answer: Answer<unknown>;
  readonly replayed: boolean;
}

const keptHours = 24;
const defaultPatienceMs = 5_000;
const purgeBatch = 5_000;
const thisKey = 'tenant = $1 AND principal = $2 AND route = $3 AND key_hash = $4';

interface AnsweredRow {
  readonly input_hash: Buffer;
  readonly answer: Buffer | null;
  readonly is_old: boolean;
}

/**
 * Runs each request's work once per key, in one transaction that also keeps the answer, under a lock on the key that ends
 * with it. So a crash, an error or a refusal leaves neither effect nor answer, and the key is free again; a refusal has not
 * even written anything.
 */
export class IdempotencyStore {
  readonly #database: Database;
  readonly #hashes: IdempotencyHashes;
  readonly #mutex = new KeyedMutex();
  readonly #patienceMs: number;
  readonly #select: Prepared;
  readonly #insert: Prepared;

  /**
   * @param secret Without it nobody can tell keys, inputs or secret answers from the rows; at least 32 bytes.
   * @param patienceMs How long a request waits for the first one with its key.
   */
  constructor(database: Database, secret: string, patienceMs = defaultPatienceMs) {
    this.#database = database;
    this.#patienceMs = patienceMs;
    this.#hashes = new IdempotencyHashes(secret);
    this.#select = {
      name: 'idempotency-select',
      text: `SELECT input_hash, answer, claimed_at < $5::timestamptz - interval '${keptHours} hours' AS is_old
               FROM ${this.#table} WHERE ${thisKey}`,
    };
    this.#insert = {
      name: 'idempotency-insert',
      text: `INSERT INTO ${this.#table} (tenant, principal, route, key_hash, input_hash, answer, claimed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    };
  }

  /**
   * Fails with `idempotency.key-reused` for another input, and with `idempotency.in-progress` if the first request
   * with the key isn't over within 5 seconds.
   */
  async once(asked: RepeatableRequest, { foresee, before, work }: Steps<Answer<unknown>>): Promise<OnceResult> {
    const { tenant, principal, route, key } = asked;
    const request = { ...asked, primaryKey: [tenant, principal, route, this.#hashes.ofKey(asked)] };
    const refusal = await foresee?.();
    if (refusal) {
      // Whoever was first, with this same key, is among those who make it late now.
      const known = await this.#knownAnswer(request);
      if (known === null) throw refusal;
      return { answer: known, replayed: true };
    }
    const name = JSON.stringify([tenant, principal, route, key]);
    // Those of this process wait here first, where waiting holds no connection of the pool.
    const turn = await this.#mutex.runExclusive(name, this.#patienceMs, async (waitedMs) => {
      const known = before && (await this.#knownAnswer(request));
      if (known) return { answer: known, replayed: true };
      const prepared = await before?.();
      return this.#underLock(request, Math.max(1, Math.round(this.#patienceMs - waitedMs)), () => work(prepared));
    });
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

  /**
   * A second request waits for the lock until the first has committed its answer or left none. Only this wait is bounded
   * by our patience; the work then waits for locks as long as any other.
   */
  async #underLock(request: KeyedRequest, waitMs: number, work: () => Promise<Answer<unknown>>): Promise<OnceResult> {
    const lock = [
      `SET LOCAL lock_timeout = ${waitMs}`,
      `SELECT pg_advisory_xact_lock(${this.#hashes.lockOf(request)})`,
      'SET LOCAL lock_timeout TO DEFAULT',
    ];
    let isLocked = false;
    const onceLocked = async (tx: Transaction): Promise<OnceResult> => {
      isLocked = false;
      const before = await this.#answerBefore(tx, request);
      isLocked = true;
      if (before !== null) return { answer: before, replayed: true };
      const answer = await work();
      this.#keep(tx, request, answer);
      return { answer, replayed: false };
    };
    try {
      return await this.#database.transaction(request.scope, onceLocked, lock);
    } catch (error) {
      // The latter only beside a release that doesn't take the lock.
      if ((!isLocked && stateOf(error) === lockTimeout) || isSecondAnswer(error)) throw inProgress();
      throw error;
    }
  }

  /** Without the lock; null for a key that is free, or whose first request isn't over. */
  async #knownAnswer(request: KeyedRequest): Promise<Answer<unknown> | null> {
    const [row] = await this.#database.read(request.scope, (tx) =>
      tx.query<AnsweredRow>(this.#select, [...request.primaryKey, request.now]),
    );
    const isKnown = row !== undefined && !row.is_old && row.answer !== null;
    return isKnown ? this.#opened(request, row.input_hash, row.answer) : null;
  }

  /** Null where the key is free. */
  async #answerBefore(tx: Transaction, request: KeyedRequest): Promise<Answer<unknown> | null> {
    const [row] = await tx.query<AnsweredRow>(this.#select, [...request.primaryKey, request.now]);
    if (row === undefined) return null;
    if (row.is_old) {
      await tx.execute(`DELETE FROM ${this.#table} WHERE ${thisKey}`, [...request.primaryKey]);
      return null;
    }
    if (row.answer === null) throw inProgress();
    return this.#opened(request, row.input_hash, row.answer);
  }

  #opened(request: KeyedRequest, inputHash: Buffer, answer: Buffer): Answer<unknown> {
    if (!inputHash.equals(this.#hashes.ofInput(request))) throw new DomainError('idempotency.key-reused');
    return openAnswer(answer, request.secretAnswer ? this.#hashes.answerKey(request) : null);
  }

  #keep(tx: Transaction, request: KeyedRequest, answer: Answer<unknown>): void {
    const sealed = sealAnswer(answer, request.secretAnswer ? this.#hashes.answerKey(request) : null);
    tx.atCommit(this.#insert, [...request.primaryKey, this.#hashes.ofInput(request), sealed, request.now]);
  }
}

const inProgress = (): DomainError => new DomainError('idempotency.in-progress', { retryAfterSeconds: 1 });

const lockTimeout = '55P03';
const uniqueViolation = '23505';

const stateOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);

const isSecondAnswer = (error: unknown): boolean =>
  stateOf(error) === uniqueViolation &&
  error instanceof Error &&
  'constraint' in error &&
  error.constraint === 'idempotency_pkey';
