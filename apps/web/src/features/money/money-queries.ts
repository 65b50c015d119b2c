import type { components } from '@ajudant/client';
import { ApiProblem } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type Payout = components['schemas']['PayoutDto'];
export type PayoutBatch = components['schemas']['PayoutBatchDto'];
export type Refund = components['schemas']['RefundDto'];
export type EngagementSpending = components['schemas']['EngagementSpendingDto'];
export type Reconciliation = components['schemas']['ReconciliationDto'];
export type LedgerAccount = components['schemas']['LedgerAccountDto'];
export type AccountStatement = components['schemas']['AccountStatementDto'];
export type CardPayment = components['schemas']['CardPaymentDto'];
export type Receipt = components['schemas']['BankReceiptDto'];

const after = (place: string | undefined) => ({ params: { query: place === undefined ? {} : { after: place } } });

export const accountsQuery = queryOptions({
  queryKey: ['money', 'accounts'],
  queryFn: () => client.body(client.api.GET('/v1/ledger/accounts')),
});
export const entriesQuery = pagesQuery(['money', 'entries'], (place) =>
  client.body(client.api.GET('/v1/ledger/entries', after(place))),
);
export const payoutsQuery = pagesQuery(['money', 'payouts'], (place) =>
  client.body(client.api.GET('/v1/payouts', after(place))),
);
export const batchesQuery = pagesQuery(['money', 'batches'], (place) =>
  client.body(client.api.GET('/v1/admin/payout-batches', after(place))),
);
export const unassignedQuery = pagesQuery(['money', 'unassigned'], (place) =>
  client.body(
    client.api.GET('/v1/admin/bank-receipts', {
      params: { query: { status: 'unassigned', ...(place !== undefined && { after: place }) } },
    }),
  ),
);
export const assignedQuery = pagesQuery(['money', 'assigned'], (place) =>
  client.body(
    client.api.GET('/v1/admin/bank-receipts', {
      params: { query: { status: 'assigned', ...(place !== undefined && { after: place }) } },
    }),
  ),
);
/** Invoices for which a receipt may be, the latest. */
export const unpaidInvoicesQuery = queryOptions({
  queryKey: ['money', 'unpaid'],
  queryFn: () =>
    client.body(
      client.api.GET('/v1/invoices', { params: { query: { status: 'issued', sort: '-issued', limit: 200 } } }),
    ),
});
/** @param at null for now */
export const trialBalanceQuery = (at: string | null) =>
  queryOptions({
    queryKey: ['money', 'trial-balance', at],
    queryFn: () =>
      client.body(client.api.GET('/v1/admin/ledger/trial-balance', { params: { query: at === null ? {} : { at } } })),
  });

/** Over whole days, both included, on a clock. */
export interface StatementTime extends Record<string, string> {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}
export const statementQuery = (time: StatementTime) =>
  queryOptions({
    queryKey: ['money', 'statement', time],
    queryFn: () => client.body(client.api.GET('/v1/ledger/statement', { params: { query: time } })),
  });

export const depositQuery = queryOptions({
  queryKey: ['money', 'deposit'],
  queryFn: () => client.body(client.api.GET('/v1/deposit-instructions')),
});
export const cardPaymentsQuery = pagesQuery(['money', 'card-payments'], (place) =>
  client.body(client.api.GET('/v1/card-payments', after(place))),
);
/** The latest payment of an invoice, once there is one; what becomes of one that is under way shows by itself. */
export const cardPaymentOfQuery = (invoiceId: string) =>
  queryOptions({
    queryKey: ['money', 'card-payments', 'of', invoiceId],
    queryFn: async (): Promise<CardPayment | null> => {
      const query = { invoiceId, limit: 1 };
      const { items } = await client.body(client.api.GET('/v1/card-payments', { params: { query } }));
      return items[0] ?? null;
    },
    refetchInterval: ({ state }) => (isUnderWay(state.data ?? null) ? 5_000 : false),
  });
export const isUnderWay = (payment: CardPayment | null): boolean =>
  payment !== null && ['open', 'processing'].includes(payment.status);
export const paymentAccountQuery = (agencyId: string) =>
  queryOptions({
    queryKey: ['money', 'payment-account', agencyId],
    queryFn: () =>
      client.body(client.api.GET('/v1/agencies/{id}/payment-account', { params: { path: { id: agencyId } } })),
  });
export const paymentServiceQuery = queryOptions({
  queryKey: ['money', 'payment-service'],
  queryFn: () => client.body(client.api.GET('/v1/admin/payment-service')),
});
export const refundsQuery = pagesQuery(['money', 'refunds'], (place) =>
  client.body(client.api.GET('/v1/refunds', after(place))),
);
export const ageingQuery = queryOptions({
  queryKey: ['money', 'ageing'],
  queryFn: () => client.body(client.api.GET('/v1/reports/ageing')),
});
export const spendingQuery = queryOptions({
  queryKey: ['money', 'spending'],
  queryFn: () => client.body(client.api.GET('/v1/reports/spending')),
});
export const earningsQuery = (from: string) =>
  queryOptions({
    queryKey: ['money', 'earnings', from],
    queryFn: () => client.body(client.api.GET('/v1/reports/earnings', { params: { query: { from } } })),
  });
export const commissionQuery = (agencyId: string) =>
  queryOptions({
    queryKey: ['money', 'commission', agencyId],
    queryFn: () =>
      client.body(
        client.api.GET('/v1/agencies/{id}/commission', {
          params: { path: { id: agencyId }, query: { currency: 'EUR' } },
        }),
      ),
  });
export const marketplaceMoneyQuery = queryOptions({
  queryKey: ['money', 'figures'],
  queryFn: () => client.body(client.api.GET('/v1/admin/reports/money')),
});
export const reconciliationQuery = (currency: string) =>
  queryOptions({
    queryKey: ['money', 'reconciliation', currency],
    queryFn: () => client.body(client.api.GET('/v1/admin/reconciliation', { params: { query: { currency } } })),
  });

/** Null where none was named yet. */
export const bankAccountQuery = (agencyId: string) =>
  queryOptions({
    queryKey: ['money', 'bank-account', agencyId],
    queryFn: async () => {
      try {
        return await client.body(
          client.api.GET('/v1/agencies/{id}/bank-account', { params: { path: { id: agencyId } } }),
        );
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.status === 404) return null;
        throw problem;
      }
    },
  });
