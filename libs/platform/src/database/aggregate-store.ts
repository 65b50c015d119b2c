import { DomainError } from '#domain-error';
import type { EventDraft } from '#contracts/envelope';
import type { DeepPartial, EntityTarget } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { type AggregateRow, AggregateTable } from './aggregate-table.js';
import type { Database } from './database.js';
import { isUuid, type Scope } from './scope.js';
import type { Prepared } from './statement.js';
import type { Transaction } from './transaction.js';

export interface Versioned<State> {
  readonly state: State;
  readonly version: number;
}

/** An event without what the store knows: aggregate, id and version. */
export type EventBody = Pick<EventDraft, 'type' | 'audience' | 'data'>;

/** Rows per statement, far below the number of parameters that PostgreSQL takes. */
const batchSize = 500;

function inBatches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / batchSize) }, (_, index) =>
    all.slice(index * batchSize, (index + 1) * batchSize),
  );
}

/** Loads and saves one kind of aggregate: the row, and one event for each fact, in one transaction. */
export abstract class AggregateStore<State, Fact, Row extends AggregateRow> {
  protected abstract readonly entity: EntityTarget<Row>;
  /** Noun of the aggregate: part of its topic and of its errors. */
  protected abstract readonly aggregateType: string;

  private knownTable: AggregateTable<Row> | null = null;

  constructor(protected readonly database: Database) {}

  protected abstract toState(row: Row): State;
  protected abstract toRow(state: State): Omit<Row, 'id' | 'version'>;
  protected abstract evolve(state: State | null, fact: Fact): State;
  /** `state` is the one right after the fact. */
  protected abstract toEvent(fact: Fact, state: State): EventBody;

  async create(
    scope: Scope,
    id: string,
    facts: readonly Fact[],
    also?: (tx: Transaction, state: State) => Promise<void>,
  ): Promise<Versioned<State>> {
    const { state, events } = this.apply(id, null, 0, facts);
    if (state === null) throw new Error(`a new ${this.aggregateType} needs at least one fact`);
    return this.database.transaction(scope, async (tx) => {
      await tx.execute(this.table.insert, this.table.valuesOf(this.rowOf(id, facts.length, state)));
      await tx.append(events);
      await also?.(tx, state);
      return { state, version: facts.length };
    });
  }

  /** Several new ones in one transaction, with a few statements however many they are. */
  async createMany(scope: Scope, all: readonly { id: string; facts: readonly Fact[] }[]): Promise<void> {
    const applied = all.map(({ id, facts }) => ({ id, version: facts.length, ...this.apply(id, null, 0, facts) }));
    await this.database.transaction(scope, async (tx) => {
      for (const some of inBatches(applied)) {
        await tx.manager.insert(
          this.entity,
          some.map((one) => this.appliedRow(one)),
        );
        await tx.append(some.flatMap(({ events }) => events));
      }
    });
  }

  /** Fails with `<aggregateType>.not-found`, also for what the scope may not see. */
  async load(scope: Scope, id: string): Promise<Versioned<State>> {
    this.assertId(id);
    return this.database.read(scope, async (tx) => {
      const row = await this.rowFor(tx, this.table.select, id);
      return { state: this.toState(row), version: row.version };
    });
  }

  /**
   * Locks the row, decides and saves. `expectedVersion` null means any. Deciding no facts changes nothing. Fails with
   * `<aggregateType>.not-found` and `precondition.stale`.
   */
  async update(
    scope: Scope,
    id: string,
    expectedVersion: number | null,
    decide: (state: State, tx: Transaction) => readonly Fact[] | Promise<readonly Fact[]>,
    also?: (tx: Transaction, state: State, facts: readonly Fact[]) => Promise<void>,
  ): Promise<Versioned<State>> {
    this.assertId(id);
    return this.database.transaction(scope, async (tx) => {
      const row = await this.rowFor(tx, this.table.selectLocked, id);
      if (expectedVersion !== null && expectedVersion !== row.version) {
        throw new DomainError('precondition.stale', { expectedVersion, version: row.version });
      }
      const before = this.toState(row);
      const facts = await decide(before, tx);
      const { state, events } = this.apply(id, before, row.version, facts);
      if (state === null || facts.length === 0) return { state: before, version: row.version };
      const version = row.version + facts.length;
      await this.save(tx, id, version, state);
      await tx.append(events);
      await also?.(tx, state, facts);
      return { state, version };
    });
  }

  /**
   * Locks the rows in the order of their ids, decides about each and saves those for which there are facts, with a few
   * statements however many they are. Fails with `<aggregateType>.not-found`.
   */
  async updateMany(scope: Scope, ids: readonly string[], decide: (state: State) => readonly Fact[]): Promise<void> {
    await this.database.transaction(scope, async (tx) => {
      for (const some of inBatches([...new Set(ids)].sort())) {
        const rows = await this.lockMany(tx, some);
        const applied = rows.flatMap((row) => {
          const facts = decide(this.toState(row));
          const next = this.apply(row.id, this.toState(row), row.version, facts);
          return facts.length === 0 ? [] : [{ id: row.id, version: row.version + facts.length, ...next }];
        });
        if (applied.length === 0) continue;
        await tx.manager.upsert(
          this.entity,
          applied.map((one) => this.appliedRow(one)),
          ['id'],
        );
        await tx.append(applied.flatMap(({ events }) => events));
      }
    });
  }

  /** For use cases that read more than this aggregate in one statement: its columns, unqualified. */
  get columns(): string {
    return this.table.list;
  }

  /** The state in a row of a statement that selects `columns`. */
  stateOf(found: Readonly<Record<string, unknown>>): State {
    return this.toState(this.table.rowOf(found));
  }

  private async lockMany(tx: Transaction, ids: readonly string[]): Promise<Row[]> {
    const rows = await tx.manager
      .createQueryBuilder(this.entity, 'aggregate')
      .setLock('pessimistic_write')
      .where('aggregate.id = ANY (:ids)', { ids })
      .orderBy('aggregate.id')
      .getMany();
    if (rows.length !== ids.length) throw this.notFound();
    return rows;
  }

  private appliedRow({ id, version, state }: { id: string; version: number; state: State | null }) {
    if (state === null) throw new Error(`a new ${this.aggregateType} needs at least one fact`);
    return this.rowOf(id, version, state) as DeepPartial<Row> as QueryDeepPartialEntity<Row>;
  }

  protected get table(): AggregateTable<Row> {
    return (this.knownTable ??= new AggregateTable(this.database.dataSource, this.entity));
  }

  private async rowFor(tx: Transaction, statement: Prepared, id: string): Promise<Row> {
    const [found] = await tx.query<Record<string, unknown>>(statement, [id]);
    if (found === undefined) throw this.notFound();
    return this.table.rowOf(found);
  }

  private async save(tx: Transaction, id: string, version: number, state: State): Promise<void> {
    const saved = await tx.execute(this.table.update, this.table.valuesOf(this.rowOf(id, version, state)));
    // Row-level security may let a row be read and not be written.
    if (saved !== 1) throw new Error(`the ${this.aggregateType} was locked and could not be saved`);
  }

  private apply(id: string, start: State | null, version: number, facts: readonly Fact[]) {
    let state = start;
    const events: EventDraft[] = [];
    for (const [index, fact] of facts.entries()) {
      state = this.evolve(state, fact);
      const aggregateVersion = version + index + 1;
      events.push({
        ...this.toEvent(fact, state),
        aggregateType: this.aggregateType,
        aggregateId: id,
        aggregateVersion,
      });
    }
    return { state, events };
  }

  private rowOf(id: string, version: number, state: State): Row {
    return { ...this.toRow(state), id, version } as Row;
  }

  // Anything else as an id would fail in the database, and is as unknown as an id that was never given out.
  private assertId(id: string): void {
    if (!isUuid(id)) throw this.notFound();
  }

  private notFound(): DomainError {
    return new DomainError(`${this.aggregateType}.not-found`);
  }
}
