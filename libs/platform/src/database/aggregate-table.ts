import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { Prepared } from './statement.js';

/** What every aggregate's row has. */
export interface AggregateRow extends ObjectLiteral {
  id: string;
  /** Number of the aggregate's facts so far. */
  version: number;
}

/**
 * The statements of one aggregate's table, as its entity describes it. TypeORM would build each of them anew for every
 * row; these are built once, and prepared once per connection.
 */
export class AggregateTable<Row extends AggregateRow> {
  readonly insert: Prepared;
  readonly update: Prepared;
  readonly select: Prepared;
  readonly selectLocked: Prepared;
  /** The list of columns for a statement of one's own, whose rows `rowOf` takes. */
  readonly list: string;
  private readonly columns: readonly ColumnMetadata[];

  constructor(
    private readonly dataSource: DataSource,
    entity: EntityTarget<Row>,
  ) {
    const { tablePath, columns } = dataSource.getMetadata(entity);
    // The id is the first parameter of all of them.
    this.columns = columns.toSorted((one, other) => Number(other.isPrimary) - Number(one.isPrimary));
    const quote = (name: string): string => `"${name}"`;
    const table = tablePath.split('.').map(quote).join('.');
    const names = this.columns.map(({ databaseName }) => quote(databaseName));
    const places = names.map((_, index) => `$${index + 1}`);
    const changes = names.slice(1).map((name, index) => `${name} = ${places[index + 1]}`);
    this.list = names.join(', ');
    const select = `SELECT ${this.list} FROM ${table} WHERE ${names[0]} = $1`;
    const prepared = (purpose: string, text: string): Prepared => ({ name: `${purpose} ${tablePath}`, text });
    this.insert = prepared('insert', `INSERT INTO ${table} (${this.list}) VALUES (${places.join(', ')})`);
    this.update = prepared('update', `UPDATE ${table} SET ${changes.join(', ')} WHERE ${names[0]} = $1`);
    this.select = prepared('select', select);
    this.selectLocked = prepared('lock', `${select} FOR UPDATE`);
  }

  /** What members of a row are called in the database, quoted. */
  columnsOf(members: readonly string[]): string[] {
    return members.map(
      (member) => `"${this.columns.find(({ propertyName }) => propertyName === member)?.databaseName}"`,
    );
  }

  /** The parameters of `insert` and `update`. */
  valuesOf(row: Row): unknown[] {
    return this.columns.map((column) => {
      const value: unknown = row[column.propertyName];
      if (value === undefined)
        throw new Error(`a row of ${column.entityMetadata.tablePath} lacks ${column.propertyName}`);
      return this.dataSource.driver.preparePersistentValue(value, column);
    });
  }

  /** A row as `select` gives it. */
  rowOf(found: Readonly<Record<string, unknown>>): Row {
    return Object.fromEntries(
      this.columns.map((column) => [
        column.propertyName,
        this.dataSource.driver.prepareHydratedValue(found[column.databaseName], column) as unknown,
      ]),
    ) as Row;
  }
}
