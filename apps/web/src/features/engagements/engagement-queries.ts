import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';

type Money = components['schemas']['MoneyDto'];

export const engagementQuery = (id: string) =>
  queryOptions({
    queryKey: ['engagements', id],
    queryFn: () => client.answer(client.api.GET('/v1/engagements/{id}', { params: { path: { id } } })),
  });

/** What went back by itself when the agency was suspended, the latest first. */
export const suspensionRefundsQuery = (id: string) =>
  queryOptions({
    queryKey: ['money', 'suspension-refunds', id],
    queryFn: async () => {
      const params = { path: { id }, query: { limit: 5 } };
      return (await client.body(client.api.GET('/v1/engagements/{id}/suspension-refunds', { params }))).items;
    },
  });

export const scorecardQuery = (id: string) =>
  queryOptions({
    queryKey: ['runs', 'scorecard', id],
    queryFn: () => client.body(client.api.GET('/v1/engagements/{id}/scorecard', { params: { path: { id } } })),
  });

export const assistantScorecardQuery = (id: string) =>
  queryOptions({
    queryKey: ['runs', 'scorecard', 'assistant', id],
    queryFn: () => client.body(client.api.GET('/v1/assistants/{id}/scorecard', { params: { path: { id } } })),
  });

/** What was charged of what the term may cost, and what was accepted and comes with the next invoice. */
interface Spend {
  readonly charged: Money;
  /** Before tax. */
  readonly toBeCharged: Money;
  readonly atMost: Money;
}

export const spendQuery = (engagementId: string) =>
  queryOptions({
    queryKey: ['runs', 'spend', engagementId],
    queryFn: async (): Promise<Spend> => {
      const params = { path: { id: engagementId } };
      const [agreement, invoices, accepted] = await Promise.all([
        client.body(client.api.GET('/v1/agreements/{id}', { params })),
        client.body(client.api.GET('/v1/invoices', { params: { query: { engagementId, limit: 200 } } })),
        client.body(
          client.api.GET('/v1/engagements/{id}/duty-runs', {
            params: { path: { id: engagementId }, query: { status: 'accepted', sort: '-starts', limit: 200 } },
          }),
        ),
      ]);
      const quote = await client.body(
        client.api.GET('/v1/agreements/{id}/quote', {
          params: { ...params, query: { version: agreement.versionInForce ?? agreement.current.number } },
        }),
      );
      const { currency } = quote.total;
      const sum = (amounts: readonly number[]): Money => ({
        amountMinor: amounts.reduce((all, each) => all + each, 0),
        currency,
      });
      return {
        charged: sum(invoices.items.map(({ total }) => total.amountMinor)),
        toBeCharged: sum(
          accepted.items
            .filter(({ invoiceId }) => invoiceId === null)
            .map(({ quantity, unitPrice }) => (quantity ?? 0) * unitPrice.amountMinor),
        ),
        atMost: quote.total,
      };
    },
  });
