import type { KeptOfPersonDto } from '#contracts';
import { type Chart, chartOfCountry } from '#domain';
import { charts } from '#knowledge/charts';
import type { Transaction } from '#platform/database';

/**
 * What the law keeps of somebody who is erased, by the countries of the organisations that she acts for: their books year by year,
 * and that she was erased, for the longest of their terms. In the marketplace's scope, before she leaves them.
 */
export async function keptOfPerson(tx: Transaction, userId: string, now: string): Promise<KeptOfPersonDto[]> {
  const rows = await tx.query<{ countryCode: string }>(
    `SELECT DISTINCT coalesce(a.country_code, b.country_code)::text AS "countryCode"
       FROM api.membership m LEFT JOIN api.agency a ON a.id = m.organisation_id LEFT JOIN api.business b ON b.id = m.organisation_id
      WHERE m.user_id = $1 AND coalesce(a.country_code, b.country_code) IS NOT NULL ORDER BY 1`,
    [userId],
  );
  const of = [...new Set(rows.map(({ countryCode }) => chartOfCountry(charts(), countryCode)))];
  const known = of.length === 0 ? [chartOfCountry(charts(), '')] : of;
  const books = known.map(({ retention }): KeptOfPersonDto => ({
    kind: 'books',
    until: null,
    years: retention.years,
    source: retention.source,
  }));
  const { erasureRetention } = longest(known);
  const until = `${Number(now.slice(0, 4)) + erasureRetention.years}${now.slice(4, 10)}`;
  return [...books, { kind: 'erasure', until, ...erasureRetention }];
}

const longest = (of: readonly Chart[]): Chart =>
  of.reduce((most, chart) => (chart.erasureRetention.years > most.erasureRetention.years ? chart : most));
