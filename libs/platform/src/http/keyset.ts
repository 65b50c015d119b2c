import { type CursorShape, type CursorValues, decodeCursor, encodeCursor } from './cursor.js';
import type { Page, PageRequest } from './page-query.js';
import { readInPortions } from './portions.js';

/** A row by whose keys its list is ordered; an instant is written as its ISO text. */
export type Keyed<Keys extends CursorValues> = { readonly [Name in keyof Keys]: Keys[Name] | Date };

/** The keys by which a list is ordered, and by which it goes on: together they name one row. */
export class Keyset<Keys extends CursorValues> {
  constructor(private readonly shape: CursorShape<Keys>) {}

  /**
   * Reads a page. `read` gives the first rows after the keys, in their order, at most `limit` of them: one more than the
   * page has, which only says that there is a next page. A long page of large rows ends before its limit.
   * @throws DomainError `page.bad-cursor`
   */
  async page<Row extends Keyed<Keys>, Item>(
    request: PageRequest,
    read: (after: Keys | null, limit: number) => Promise<readonly Row[]>,
    toItem: (row: Row) => Item,
  ): Promise<Page<Item>> {
    const { rows, shown } = await readInPortions(request.limit, this.after(request), read, (row) => this.keysOf(row));
    return this.cut(rows, shown, toItem);
  }

  /** The keys that a request goes on after; null from the start. @throws DomainError `page.bad-cursor` */
  after({ after }: Pick<PageRequest, 'after'>): Keys | null {
    return after === null ? null : decodeCursor<Keys>(after, this.shape);
  }

  /** Cuts rows, of which one more than the limit was asked for, down to a page. */
  cut<Row extends Keyed<Keys>, Item>(rows: readonly Row[], limit: number, toItem: (row: Row) => Item): Page<Item> {
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown.map(toItem), next: rows.length > limit && last !== undefined ? this.cursorOf(last) : null };
  }

  /** What a request for the rows behind this one says as `after`. */
  cursorOf(row: Keyed<Keys>): string {
    return encodeCursor(this.keysOf(row));
  }

  private keysOf(row: Keyed<Keys>): Keys {
    const keys = Object.keys(this.shape).map((name) => {
      const value = row[name];
      return [name, value instanceof Date ? value.toISOString() : value];
    });
    return Object.fromEntries(keys) as Keys;
  }
}

/** Most lists are in order of their ids, which is the order in which things were made. */
export const byId = new Keyset<{ id: string }>({ id: 'uuid' });
