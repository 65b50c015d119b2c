import { DomainError } from '#domain';
import { type AggregateRow, AggregateStore, type EventBody, type Scope, type Versioned } from '#platform/database';
import { byId, type Page, type PageRequest } from '#platform/http';
import { Inject, Injectable, type Type } from '@nestjs/common';
import { type FindOptionsOrder, type FindOptionsWhere, MoreThan } from 'typeorm';
import { ApiDatabase } from './api-database.js';
import { type Condition, type CountedPage, type SortedList, sortedPage } from './sorted-list.js';

/** What rows of a list have in common; what is undefined doesn't count. */
export type RowFilter<Row> = { readonly [Name in keyof Row]?: Row[Name] | undefined };

/** What a kind of aggregate is called, how it is kept, what its facts make of it, and what others hear of them. */
export interface AggregateKind<State, Fact, Row> {
  readonly noun: string;
  readonly row: Type<Row>;
  readonly evolve: (state: State | null, fact: Fact) => State;
  readonly toEvent: (fact: Fact, state: State) => EventBody;
}

/** By unique index, the error that it stands for. */
export type Refusals = Readonly<Record<string, ConstructorParameters<typeof DomainError>>>;

/** The store of an aggregate of the api, and its list. */
@Injectable()
export abstract class ApiStore<State, Fact, Row extends AggregateRow> extends AggregateStore<State, Fact, Row> {
  protected abstract readonly kind: AggregateKind<State, Fact, Row>;
  /** Members of the row that name an organisation, which finds the row in its list: both parties unless told otherwise. */
  protected readonly owners: readonly string[] = ['agencyId', 'businessId'];
  /** Unique indexes that a new one may come up against, and what is wrong with it then. */
  protected readonly refusals: Refusals = {};

  constructor(@Inject(ApiDatabase) database: ApiDatabase) {
    super(database);
  }

  protected get entity(): Type<Row> {
    return this.kind.row;
  }

  protected get aggregateType(): string {
    return this.kind.noun;
  }

  protected evolve(state: State | null, fact: Fact): State {
    return this.kind.evolve(state, fact);
  }

  protected toEvent(fact: Fact, state: State): EventBody {
    return this.kind.toEvent(fact, state);
  }

  override async create(
    ...creation: Parameters<AggregateStore<State, Fact, Row>['create']>
  ): Promise<Versioned<State>> {
    try {
      return await super.create(...creation);
    } catch (error) {
      const met = Object.keys(this.refusals).find((index) => error instanceof Error && error.message.includes(index));
      throw met === undefined ? error : new DomainError(...this.refusals[met]!);
    }
  }

  /** Those that belong to the scope's organisation, oldest first; the marketplace lists everybody's. */
  page<Item>(
    scope: Scope,
    filter: RowFilter<Row>,
    request: PageRequest,
    toItem: (one: Versioned<State>) => Item,
  ): Promise<Page<Item>> {
    return byId.page(
      request,
      (after, take) =>
        this.database.transaction(scope, (tx) =>
          tx.manager.find(this.entity, {
            where: this.listed(scope, { ...given(filter), ...(after !== null && { id: MoreThan(after.id) }) }),
            order: { id: 'ASC' } as FindOptionsOrder<Row>,
            take,
          }),
        ),
      (row) => toItem({ state: this.toState(row), version: row.version }),
    );
  }

  /** The same list searched, in one of its orders, and counted. */
  protected sortedPage<Item>(
    scope: Scope,
    list: Omit<SortedList<string>, 'columns' | 'id'>,
    request: PageRequest,
    toItem: (one: Versioned<State>) => Item,
  ): Promise<CountedPage<Item>> {
    const owned = this.table.columnsOf(this.owners).map((owner) => `${owner} = ?`);
    const own: Condition[] =
      scope.kind === 'organisation' ? [[owned.join(' OR '), ...owned.map(() => scope.organisationId)]] : [];
    return this.database.read(scope, (tx) =>
      sortedPage<Readonly<Record<string, unknown>> & { id: string; version: number }, Item>(
        (sql, params) => tx.query(sql, [...params]),
        { ...list, columns: this.columns, id: 'id', conditions: [...own, ...list.conditions] },
        request,
        (row) => toItem({ state: this.stateOf(row), version: row.version }),
      ),
    );
  }

  private listed(scope: Scope, where: object): FindOptionsWhere<Row>[] {
    const conditions =
      scope.kind === 'organisation' ? this.owners.map((owner) => ({ [owner]: scope.organisationId })) : [{}];
    return conditions.map((condition) => ({ ...where, ...condition }) as FindOptionsWhere<Row>);
  }
}

const given = (filter: object): object =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
