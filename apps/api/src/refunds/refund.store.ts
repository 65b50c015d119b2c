import type { RefundDto, RefundQueryDto } from '#contracts';
import { marketplace } from '#access';
import { type BusinessId, type Currency, DomainError, type Money, moneyOf, type RefundStatus } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { bothWays, type Condition, type CountedPage, sortedPage } from '../sorted-list.js';

interface RefundRow {
  readonly id: string;
  readonly businessId: string;
  readonly businessName: string;
  readonly currency: Currency;
  readonly amountMinor: string;
  readonly holder: string | null;
  readonly iban: string | null;
  readonly cardPaymentId: string | null;
  readonly status: RefundStatus;
  readonly askedAt: Date;
  readonly sentAt: Date | null;
  readonly endedAt: Date | null;
}

/** A refund that somebody asks for. */
export interface AskedRefund {
  readonly id: string;
  readonly businessId: BusinessId;
  readonly amount: Money;
  /** Null for one to the card that has paid. */
  readonly account: { readonly holder: string; readonly iban: string } | null;
  readonly cardPaymentId: string | null;
  readonly askedBy: string | null;
}

const columns = `refund.id, refund.business_id AS "businessId", coalesce(business.legal_name, business.name) AS "businessName",
  refund.currency, refund.amount_minor AS "amountMinor", refund.holder, refund.iban, refund.card_payment_id AS "cardPaymentId", refund.status, refund.asked_at AS "askedAt",
  refund.sent_at AS "sentAt", refund.ended_at AS "endedAt"`;
const tables = 'api.refund JOIN api.business ON business.id = refund.business_id';
const sorts = bothWays('asked', 'refund.asked_at', 'timestamptz');
/** Of one order to the bank. */
const mostInOrder = 5_000;

/** What businesses get back of what they have paid ahead. */
@Injectable()
export class RefundStore {
  constructor(private readonly database: ApiDatabase) {}

  async keep(tx: Transaction, refund: AskedRefund, now: string): Promise<void> {
    const { id, businessId, amount, account, cardPaymentId, askedBy } = refund;
    await tx.execute(
      `INSERT INTO api.refund (id, business_id, currency, amount_minor, holder, iban, status, asked_at, asked_by, card_payment_id)
       VALUES ($1, $2, $3, $4, $5, $6, 'asked', $7, $8, $9)`,
      [
        id,
        businessId,
        amount.currency,
        amount.amountMinor,
        account?.holder ?? null,
        account?.iban.replaceAll(/\s/g, '').toUpperCase() ?? null,
        now,
        askedBy,
        cardPaymentId,
      ],
    );
  }

  /**
   * What payments by card of the last months could take back: received, less what went back to the card or was taken already.
   * @see https://docs.stripe.com/disputes/how-disputes-work most cards' holders have 120 days
   */
  async takeableByCards(tx: Transaction, businessId: string, currency: Currency, now: string): Promise<Money> {
    const [row] = await tx.query<{ minor: string }>(
      `SELECT coalesce(sum(greatest(0, received_minor
                - (SELECT coalesce(sum(amount_minor), 0) FROM api.refund
                    WHERE refund.card_payment_id = payment.id AND refund.status IN ('asked', 'sent'))
                - (SELECT coalesce(sum(amount_minor), 0) FROM api.chargeback
                    WHERE chargeback.card_payment_id = payment.id AND chargeback.status = 'taken'))), 0) AS minor
         FROM api.card_payment payment
        WHERE business_id = $1 AND received_currency = $2 AND paid_at > $3::timestamptz - interval '120 days'`,
      [businessId, currency, now],
    );
    return moneyOf(BigInt(row!.minor), currency);
  }

  /** Locked until the transaction ends. @throws DomainError `refund.not-found` */
  async lock(scope: Scope, id: string): Promise<RefundDto> {
    const [row] = await this.database.transaction(scope, (tx) =>
      tx.query<RefundRow>(`SELECT ${columns} FROM ${tables} WHERE refund.id = $1 FOR UPDATE OF refund`, [id]),
    );
    if (row === undefined) throw new DomainError('refund.not-found');
    return refundDto(row);
  }

  async note(tx: Transaction, id: string, status: Exclude<RefundStatus, 'asked'>, now: string): Promise<void> {
    const when = status === 'sent' ? 'sent_at' : 'ended_at';
    await tx.execute(`UPDATE api.refund SET status = $2, ${when} = $3 WHERE id = $1`, [id, status, now]);
  }

  /** One's own, latest first; the marketplace sees everybody's. */
  list(scope: Scope, { status }: RefundQueryDto, request: PageRequest): Promise<CountedPage<RefundDto>> {
    const conditions: Condition[] = [
      ['refund.business_id = ?', scope.kind === 'organisation' ? scope.organisationId : undefined],
      ['refund.status = ?', status],
    ];
    const list = { columns, from: tables, id: 'refund.id', conditions, sorts, sort: '-asked' };
    return this.database.read(scope, (tx) =>
      sortedPage<RefundRow, RefundDto>((sql, params) => tx.query(sql, [...params]), list, request, refundDto),
    );
  }

  /** Those to bank accounts that the bank hasn't been told yet, oldest first. */
  async waiting(currency: Currency): Promise<RefundDto[]> {
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<RefundRow>(
        `SELECT ${columns} FROM ${tables} WHERE refund.status = 'asked' AND refund.iban IS NOT NULL AND refund.currency = $1
          ORDER BY refund.id LIMIT ${mostInOrder}`,
        [currency],
      ),
    );
    return rows.map(refundDto);
  }
}

const refundDto = ({
  holder,
  iban,
  currency,
  amountMinor,
  askedAt,
  sentAt,
  endedAt,
  ...row
}: RefundRow): RefundDto => ({
  ...row,
  account: holder === null || iban === null ? null : { holder, iban },
  amount: moneyOf(BigInt(amountMinor), currency),
  askedAt: askedAt.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
});
