import { marketplace } from '#access';
import type { RecordBooksDto } from '#contracts';
import { assertYearStart, type Chart, chartOfCountry, demand, DomainError } from '#domain';
import { chartOf, charts } from '#knowledge/charts';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { BusinessStore } from '../businesses/business.store.js';

/** By what a business keeps its books. */
export interface Books {
  readonly businessId: string;
  readonly chart: Chart;
  readonly fiscalYearStartsOn: string;
  readonly timeZone: string;
  readonly businessName: string;
  /** 1 for what a business begins with that has said nothing. */
  readonly version: number;
}

@Injectable()
export class RecordBooksStore {
  constructor(
    private readonly database: ApiDatabase,
    private readonly businesses: BusinessStore,
  ) {}

  /**
   * The books of a business, whoever asks: what is in them is for others to guard.
   * @throws DomainError `business.not-found`
   */
  async of(businessId: string): Promise<Books> {
    const { state: business } = await this.businesses.load(marketplace, businessId);
    const [kept] = await this.database.read(marketplace, (tx) =>
      tx.query<{ chart: string; fiscalYearStartsOn: string; version: number }>(
        `SELECT chart, fiscal_year_starts_on AS "fiscalYearStartsOn", version FROM api.record_books WHERE business_id = $1`,
        [businessId],
      ),
    );
    const chart = (kept && chartOf(kept.chart)) ?? chartOfCountry(charts(), business.countryCode);
    return {
      businessId,
      chart,
      fiscalYearStartsOn: kept?.fiscalYearStartsOn ?? chart.fiscalYearStartsOn,
      timeZone: business.timeZone,
      businessName: business.legalName ?? business.name,
      version: kept?.version ?? 1,
    };
  }

  /** @throws DomainError `records.…`, `precondition.stale` */
  async set(scope: Scope, businessId: string, fiscalYearStartsOn: string, expected: number | null): Promise<Books> {
    assertYearStart(fiscalYearStartsOn);
    await this.database.transaction(scope, async (tx) => {
      await lockBooks(tx, businessId);
      const books = await this.of(businessId);
      if (expected !== null && expected !== books.version) throw new DomainError('precondition.stale');
      const [closed] = await tx.query(`SELECT FROM api.record_month WHERE business_id = $1 LIMIT 1`, [businessId]);
      demand(closed === undefined, 'records.year-begun', { at: ['fiscalYearStartsOn'] });
      await tx.execute(
        `INSERT INTO api.record_books (business_id, version, chart, fiscal_year_starts_on) VALUES ($1, $2, $3, $4)
         ON CONFLICT (business_id) DO UPDATE SET version = $2, fiscal_year_starts_on = $4`,
        [businessId, books.version + 1, books.chart.code, fiscalYearStartsOn],
      );
    });
    return this.of(businessId);
  }
}

/** Nobody closes a month while somebody files into it, nor files the same twice. */
export async function lockBooks(tx: Transaction, businessId: string): Promise<void> {
  await tx.takeTurn(`records ${businessId}`);
}

export const booksDto = ({ businessId, chart, fiscalYearStartsOn, version }: Books): RecordBooksDto => ({
  businessId,
  chart: chart.code,
  chartNames: { ...chart.names },
  currency: chart.currency,
  fiscalYearStartsOn,
  vatRates: [...chart.vatRates],
  withholdingRates: [...chart.withholdingRates],
  mileageRateMinor: chart.mileageRateMinor,
  categories: chart.categories.map(({ code, kind, names }) => ({ code, kind, names: { ...names } })),
  retentionYears: chart.retention.years,
  retentionSource: chart.retention.source,
  version,
});
