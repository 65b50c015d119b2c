import { type Actor, scopeOf } from '#access';
import type { ClosedMonthDto, RecordYearDto } from '#contracts';
import { demand, fiscalYear, fiscalYearOf, localDate } from '#domain';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { assistantScopeOf } from '../work-records/assistant-scope.js';
import { type Books, RecordBooksStore } from './record-books.store.js';
import { tallyOf } from './year-counting.js';

/** Gaps of one kind and month that an answer tells of singly; all are counted. */
const mostTold = 50;

/** Fiscal years as whoever asks sees them: the business all of it, an agency what it filed. */
@Injectable()
export class RecordYears {
  constructor(
    private readonly database: ApiDatabase,
    private readonly books: RecordBooksStore,
  ) {}

  async read(actor: Actor, id: string, asked: string | undefined, now: string): Promise<RecordYearDto> {
    const books = await this.booksFor(actor, id);
    const today = localDate(now, books.timeZone);
    const { fiscalYearStartsOn: startsOn, businessId } = books;
    const year = asked === undefined ? fiscalYearOf(today, startsOn) : Number(asked);
    const { from, to } = fiscalYear(year, startsOn);
    const { months, gaps } = await this.database.read(scopeOf(actor), (tx) =>
      tallyOf(tx, businessId, { from, to }, { today, mostTold }),
    );
    const missing = months.reduce((sum, month) => sum + month.missing, 0);
    const closed = new Map((await this.closed(actor, businessId)).map(({ month, closedAt }) => [month, closedAt]));
    return {
      businessId,
      from,
      to,
      currency: books.chart.currency,
      months: months.map((line) => ({ ...line, closedAt: closed.get(line.month) ?? null })),
      gaps,
      gapsAreAll: missing === gaps.length,
    };
  }

  /**
   * Of one's own business; of an agency those of a business for which it works or has worked, of an assistant for which she has.
   * @throws DomainError `business.not-found`
   */
  async booksFor(actor: Actor, businessId: string): Promise<Books> {
    if (actor.organisationKind !== 'agency') {
      demand(businessId === actor.organisationId, 'business.not-found');
      return this.books.of(actor.organisationId);
    }
    const [engagement] = await this.database.read(scopeOf(actor), (tx) =>
      tx.query(
        `SELECT FROM api.engagement
          WHERE agency_id = $1 AND business_id = $2 AND ($3::text IS NULL OR assistant_id::text = $3) LIMIT 1`,
        [actor.organisationId, businessId, assistantScopeOf(actor)],
      ),
    );
    demand(engagement !== undefined, 'business.not-found');
    return this.books.of(businessId);
  }

  private async closed(actor: Actor, businessId: string): Promise<ClosedMonthDto[]> {
    const rows = await this.database.read(scopeOf(actor), (tx) =>
      tx.query<{ month: string; closedAt: Date }>(
        `SELECT month, closed_at AS "closedAt" FROM api.record_month WHERE business_id = $1 ORDER BY month`,
        [businessId],
      ),
    );
    return rows.map(({ month, closedAt }) => ({ month, closedAt: closedAt.toISOString() }));
  }
}
