import { marketplace } from '#access';
import type { RemovedBooksDto } from '#contracts';
import { addDays, fiscalYear, fiscalYearOf, goesOn, isToBeAnnounced, keptUntil, localDate } from '#domain';
import type { Transaction } from '#platform/database';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { FileNaming } from '../files/file-naming.js';
import { lockBooks, RecordBooksStore } from './record-books.store.js';
import { RecordYearStore } from './record-year.store.js';

const plan = { name: 'letting books go whose time is over', everySeconds: 21_600, atMost: 50 } as const;
/** No country asks for less; entries younger than that are not looked at. */
const leastYears = 2;

/**
 * Books go when nobody has to keep them any more: a business is told 90 days before, may keep them longer, and then entries,
 * closed months and packs of the year go, and with them the documents that nothing else names.
 */
@Injectable()
export class BooksRetention extends Sweep {
  constructor(
    private readonly database: ApiDatabase,
    private readonly books: RecordBooksStore,
    private readonly years: RecordYearStore,
    private readonly files: FileNaming,
  ) {
    super(plan);
  }

  override async sweep(now: string): Promise<number> {
    let done = 0;
    for (const { businessId, oldest } of await this.withOldBooks(now)) {
      if (await this.announce(businessId, oldest, now)) done += 1;
    }
    // A day late, so that the day is over wherever the business is.
    for (const { businessId, year } of await this.years.toGo(addDays(now.slice(0, 10), -1), plan.atMost)) {
      await this.remove(businessId, year, now);
      done += 1;
    }
    return done;
  }

  /** Businesses with entries of long ago that nobody has announced to go, and the day of the oldest. */
  private withOldBooks(now: string): Promise<{ businessId: string; oldest: string }[]> {
    const before = `${Number(now.slice(0, 4)) - leastYears}-01-01`;
    return this.database.read(marketplace, (tx) =>
      tx.query(
        `SELECT r.business_id AS "businessId", min(r.dated_on)::text AS oldest FROM api.record r
          WHERE r.dated_on < $1
            AND NOT EXISTS (SELECT FROM api.record_year y WHERE y.business_id = r.business_id AND y.removed_at IS NULL
                               AND r.dated_on BETWEEN y.from_on AND y.to_on)
          GROUP BY r.business_id ORDER BY min(r.dated_on) LIMIT $2`,
        [before, plan.atMost],
      ),
    );
  }

  private async announce(businessId: string, oldest: string, now: string): Promise<boolean> {
    const { chart, fiscalYearStartsOn, timeZone } = await this.books.of(businessId);
    const year = fiscalYearOf(oldest, fiscalYearStartsOn);
    const kept = keptUntil(year, fiscalYearStartsOn, chart.retention);
    const today = localDate(now, timeZone);
    if (!isToBeAnnounced(kept, today)) return false;
    const range = fiscalYear(year, fiscalYearStartsOn);
    return this.database.transaction(marketplace, (tx) =>
      this.years.announce(tx, uuidv7(), { businessId, year, range, goesOn: goesOn(kept, today), now }),
    );
  }

  private async remove(businessId: string, year: number, now: string): Promise<void> {
    const { fiscalYearStartsOn } = await this.books.of(businessId);
    const { from, to } = fiscalYear(year, fiscalYearStartsOn);
    await this.database.transaction(marketplace, async (tx) => {
      await lockBooks(tx, businessId);
      const { goesOn: day, removedAt } = await this.years.lock(tx, businessId, year);
      if (removedAt !== null || day > now.slice(0, 10)) return;
      const entries = await tx.query<{ id: string }>(
        'DELETE FROM api.record WHERE business_id = $1 AND dated_on BETWEEN $2 AND $3 RETURNING id',
        [businessId, from, to],
      );
      const ids = entries.map(({ id }) => id);
      const documents = await this.files.unnameAll(ids, 'record');
      await removeMonths(tx, businessId, from, to);
      const packs = await this.removePacks(tx, businessId, year);
      const removed: RemovedBooksDto = { entries: ids.length, documents, packs };
      await this.years.note(tx, uuidv7(), { businessId, year, now }, removed);
    });
  }

  private async removePacks(tx: Transaction, businessId: string, year: number): Promise<number> {
    const packs = await tx.query<{ fileId: string | null }>(
      'DELETE FROM api.tax_pack WHERE business_id = $1 AND year = $2 RETURNING file_id AS "fileId"',
      [businessId, year],
    );
    const made = packs.flatMap(({ fileId }) => fileId ?? []);
    await tx.execute('UPDATE api.file SET is_named = false WHERE id = ANY ($1::uuid[])', [made]);
    return made.length;
  }
}

/** Those that are over with the year; one that belongs to two years goes with the later. */
async function removeMonths(tx: Transaction, businessId: string, from: string, to: string): Promise<void> {
  await tx.execute(
    `DELETE FROM api.record_month WHERE business_id = $1 AND month >= to_char($2::date, 'YYYY-MM')
        AND ((month || '-01')::date + interval '1 month' - interval '1 day')::date <= $3::date`,
    [businessId, from, to],
  );
}
