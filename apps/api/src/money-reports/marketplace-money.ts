import { marketplace } from '#access';
import type { MarketplaceMoneyDto, MarketplaceMoneyListDto, MoneyReportQueryDto } from '#contracts';
import { type AccountPurpose, agesOf, type Currency, type Money, naturalBalance, wholeBps } from '#domain';
import { csvOf } from '#platform/csv';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { AgencyDues } from '../payments/agency-dues.js';
import { spanOfQuery } from '../query-time.js';
import { Ageing } from './ageing.js';

interface PurposeRow {
  readonly currency: Currency;
  readonly purpose: AccountPurpose;
  /** All of it, and what invoices and credit notes have moved in the time. */
  readonly total: string;
  readonly invoiced: string;
}

/** What the marketplace's money comes to, by currency. */
@Injectable()
export class MarketplaceMoney {
  constructor(
    private readonly database: ApiDatabase,
    private readonly ageing: Ageing,
    private readonly dues: AgencyDues,
  ) {}

  /** @throws DomainError `time.…` */
  async read(query: MoneyReportQueryDto, now: string): Promise<MarketplaceMoneyListDto> {
    const { from, to } = spanOfQuery(query);
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<PurposeRow>(
        `SELECT posting.currency, posting.purpose, sum(amount_minor) AS total,
                coalesce(sum(amount_minor) FILTER (WHERE made.fact IN ('invoiceIssued', 'creditNoteIssued')
                  AND ($1::timestamptz IS NULL OR made.occurred_at >= $1) AND ($2::timestamptz IS NULL OR made.occurred_at < $2)), 0)
                  AS invoiced
           FROM api.ledger_posting posting JOIN api.ledger_transaction made ON made.id = posting.transaction_id
          GROUP BY posting.currency, posting.purpose ORDER BY posting.currency`,
        [from ?? null, to ?? null],
      ),
    );
    const due = await this.dues.owed();
    const { items: ages } = await this.ageing.of(marketplace, undefined, now);
    const currencies = [...new Set(rows.map(({ currency }) => currency))];
    return {
      items: currencies.map((currency) => {
        const money = figuresOf(rows, currency);
        const open = ages.find((one) => one.currency === currency)?.ages ?? agesOf([], now.slice(0, 10), currency);
        return { ...money, open, payoutsDue: due.get(currency) ?? { amountMinor: 0, currency } };
      }),
    };
  }

  /** @throws DomainError `time.…` */
  async csv(query: MoneyReportQueryDto, now: string): Promise<string> {
    const { items } = await this.read(query, now);
    return csvOf([columns, ...items.map(rowOf)]);
  }
}

function figuresOf(rows: readonly PurposeRow[], currency: Currency): Omit<MarketplaceMoneyDto, 'open' | 'payoutsDue'> {
  const own = rows.filter((row) => row.currency === currency);
  const amount = (purpose: AccountPurpose, of: 'total' | 'invoiced'): Money => {
    const minor = Number(own.find((row) => row.purpose === purpose)?.[of] ?? 0);
    return { amountMinor: naturalBalance(purpose, minor), currency };
  };
  const [volume, commission] = [amount('agency-payable', 'invoiced'), amount('commission', 'invoiced')];
  const isSold = volume.amountMinor > 0;
  return {
    currency,
    volume,
    commission,
    takeRateBps: isSold ? Math.round((commission.amountMinor / volume.amountMinor) * wholeBps) : null,
    prepaid: amount('prepaid', 'total'),
    held: amount('held', 'total'),
    refundsDue: amount('refunds-payable', 'total'),
    disputed: amount('disputed', 'total'),
    unassigned: amount('unassigned', 'total'),
    paymentFees: amount('payment-fees', 'total'),
  };
}

const columns = [
  'currency',
  'volume_minor',
  'commission_minor',
  'take_rate_bps',
  'prepaid_minor',
  'held_minor',
  'payouts_due_minor',
  'refunds_due_minor',
  'disputed_minor',
  'unassigned_minor',
  'open_not_due_minor',
  'open_1_30_minor',
  'open_31_60_minor',
  'open_61_90_minor',
  'open_over_90_minor',
  'payment_fees_minor',
];
const rowOf = (money: MarketplaceMoneyDto): (string | number | null)[] => [
  money.currency,
  money.volume.amountMinor,
  money.commission.amountMinor,
  money.takeRateBps,
  ...[money.prepaid, money.held, money.payoutsDue, money.refundsDue, money.disputed, money.unassigned].map(
    ({ amountMinor }) => amountMinor,
  ),
  ...(['not-due', '1-30', '31-60', '61-90', 'over-90'] as const).map((bucket) => money.open[bucket].amountMinor),
  money.paymentFees.amountMinor,
];
