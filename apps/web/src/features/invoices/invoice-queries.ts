import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { dayOf } from '../../format/days';
import type { Money } from '../../format/use-format';
import { readEngagements, readRuns } from '../work/work-queries';

export type Invoice = components['schemas']['InvoiceDto'];

export const invoicesQuery = pagesQuery(['invoices'], (after) =>
  client.body(
    client.api.GET('/v1/invoices', {
      params: { query: { limit: 200, sort: '-issued', ...(after === undefined ? {} : { after }) } },
    }),
  ),
);

/** Accepted work of an engagement that is on no invoice yet. */
export interface Chargeable {
  readonly engagementId: string;
  readonly runs: number;
  readonly amount: Money;
  /** First and last day of acceptance, by the clocks of the agreement. */
  readonly periodFrom: string;
  readonly periodTo: string;
}

export const chargeableQuery = queryOptions({
  queryKey: ['runs', 'chargeable'],
  async queryFn(): Promise<readonly Chargeable[]> {
    const accepted = await readRuns(await readEngagements(), ['accepted']);
    const open = accepted.filter(({ invoiceId }) => invoiceId === null);
    const engagementIds = [...new Set(open.map(({ engagementId }) => engagementId))];
    return Promise.all(
      engagementIds.map(async (engagementId): Promise<Chargeable> => {
        const runs = open.filter((run) => run.engagementId === engagementId);
        const agreement = await client.body(
          client.api.GET('/v1/agreements/{id}', { params: { path: { id: engagementId } } }),
        );
        const { timeZone } = agreement.versions.at(-1)!;
        const days = runs.map(({ acceptedAt }) => dayOf(acceptedAt!, timeZone)).sort();
        const { currency } = runs[0]!.unitPrice;
        const amountMinor = runs.reduce(
          (sum, { unitPrice, quantity }) => sum + unitPrice.amountMinor * (quantity ?? 0),
          0,
        );
        return {
          engagementId,
          runs: runs.length,
          amount: { amountMinor, currency },
          periodFrom: days[0]!,
          periodTo: days.at(-1)!,
        };
      }),
    );
  },
});

/** What an agency earned in a month: work that it charged, without the marketplace's commission. */
export interface Earned {
  /** YYYY-MM */
  readonly month: string;
  readonly invoices: number;
  readonly work: Money;
  readonly commission: Money;
  readonly earned: Money;
}

/** By month and currency, the latest first. */
export function earningsOf(invoices: readonly Invoice[]): readonly Earned[] {
  const months = new Map<string, Earned>();
  for (const { issuedAt, subtotal, commission } of invoices) {
    const { currency } = subtotal;
    const month = dayOf(issuedAt).slice(0, 7);
    const before = months.get(`${month} ${currency}`);
    const sum = (money: Money | undefined, added: number): Money => ({
      amountMinor: (money?.amountMinor ?? 0) + added,
      currency,
    });
    months.set(`${month} ${currency}`, {
      month,
      invoices: (before?.invoices ?? 0) + 1,
      work: sum(before?.work, subtotal.amountMinor),
      commission: sum(before?.commission, commission.amountMinor),
      earned: sum(before?.earned, subtotal.amountMinor - commission.amountMinor),
    });
  }
  return [...months.values()].sort((one, other) => other.month.localeCompare(one.month));
}
