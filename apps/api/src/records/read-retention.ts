import { type Actor, scopeOf } from '#access';
import type { RecordRetentionDto, RetainedYearDto } from '#contracts';
import { fiscalYear, fiscalYearOf, keptUntil } from '#domain';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { RecordBooksStore } from './record-books.store.js';
import { RecordYearStore } from './record-year.store.js';

/** How long each year of a business's books is kept. */
@Injectable()
export class ReadRetention {
  constructor(
    private readonly database: ApiDatabase,
    private readonly books: RecordBooksStore,
    private readonly years: RecordYearStore,
  ) {}

  async of(actor: Actor): Promise<RecordRetentionDto> {
    const [scope, businessId] = [scopeOf(actor), actor.organisationId];
    const { chart, fiscalYearStartsOn } = await this.books.of(businessId);
    const days = await this.database.read(scope, (tx) =>
      tx.query<{ day: string; entries: number }>(
        `SELECT dated_on::text AS day, count(*)::int AS entries FROM api.record WHERE business_id = $1 GROUP BY dated_on`,
        [businessId],
      ),
    );
    const counts = new Map<number, number>();
    for (const { day, entries } of days) {
      const year = fiscalYearOf(day, fiscalYearStartsOn);
      counts.set(year, (counts.get(year) ?? 0) + entries);
    }
    const known = new Map((await this.years.of(scope, businessId)).map((year) => [year.year, year]));
    const all = [...new Set([...counts.keys(), ...known.keys()])].toSorted((one, other) => one - other);
    const items = all.map((year): RetainedYearDto => {
      const announced = known.get(year);
      return {
        year,
        ...fiscalYear(year, fiscalYearStartsOn),
        entries: counts.get(year) ?? 0,
        goesOn: announced?.goesOn ?? keptUntil(year, fiscalYearStartsOn, chart.retention),
        announcedAt: announced?.announcedAt ?? null,
        keptFor: announced?.keptFor ?? null,
        removedAt: announced?.removedAt ?? null,
        removed: announced?.removed ?? null,
      };
    });
    return { ...chart.retention, items };
  }
}
