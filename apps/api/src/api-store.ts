import { type AggregateRow, AggregateStore, type Database, type Scope, type Versioned } from '#platform/database';
import { byId, type Page, type PageRequest } from '#platform/http';
import { Inject, Injectable } from '@nestjs/common';
import { type FindOptionsOrder, type FindOptionsWhere, MoreThan } from 'typeorm';
import { apiDatabase } from './api-database.js';

/** What rows of a list have in common; what is undefined doesn't count. */
export type RowFilter<Row> = { readonly [Name in keyof Row]?: Row[Name] | undefined };

/** The store of an aggregate of the api, and its list. */
@Injectable()
export abstract class ApiStore<State, Fact, Row extends AggregateRow> extends AggregateStore<State, Fact, Row> {
  /** Members of the row that name an organisation; each of these organisations finds the row in its list. */
  protected abstract readonly owners: readonly (keyof Row & string)[];

  constructor(@Inject(apiDatabase) database: Database) {
    super(database);
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

  private listed(scope: Scope, where: object): FindOptionsWhere<Row>[] {
    const conditions =
      scope.kind === 'organisation' ? this.owners.map((owner) => ({ [owner]: scope.organisationId })) : [{}];
    return conditions.map((condition) => ({ ...where, ...condition }) as FindOptionsWhere<Row>);
  }
}

const given = (filter: object): object =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
