import { marketplace } from '#access';
import type { CardPaymentDto } from '#contracts';
import {
  type BusinessId,
  type CardPaymentChange,
  type CardPaymentStatus,
  type ChargebackStatus,
  type Currency,
  DomainError,
  type KeptCardPayment,
  type Money,
  moneyOf,
  zero,
} from '#domain';
import type { Scope, Transaction } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { bothWays, type Condition, type CountedPage, sortedPage } from '../sorted-list.js';

interface PaymentRow {
  readonly id: string;
  readonly businessId: BusinessId;
  readonly invoiceId: string | null;
  readonly currency: Currency;
  readonly amountMinor: string;
  readonly serviceId: string;
  readonly intentId: string | null;
  readonly url: string;
  readonly status: CardPaymentStatus;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly paidAt: Date | null;
  readonly receivedCurrency: Currency | null;
  readonly receivedMinor: string | null;
  readonly feeCurrency: Currency | null;
  readonly feeMinor: string | null;
  readonly refundedMinor: string;
  readonly disputed: ChargebackStatus | null;
}

/** A payment as whoever follows it sees it. */
export interface CardPayment extends KeptCardPayment {
  readonly id: string;
  readonly businessId: BusinessId;
  readonly invoiceId: string | null;
  readonly amount: Money;
  readonly serviceId: string;
  readonly intentId: string | null;
  readonly madeAt: string;
  /** What went back to the card, or is on its way there. */
  readonly refunded: Money;
}

export interface NewCardPayment {
  readonly id: string;
  readonly businessId: string;
  readonly invoiceId: string | null;
  readonly amount: Money;
  readonly serviceId: string;
  readonly url: string;
  readonly expiresAt: string;
  readonly madeBy: string | null;
}

/** One that may still come to something. */
export interface PaymentUnderWay extends Omit<NewCardPayment, 'madeBy'> {
  /** Whether it can still be paid; its money is on the way else. */
  readonly isOpen: boolean;
}

const columns = `payment.id, payment.business_id AS "businessId", payment.invoice_id AS "invoiceId", payment.currency,
  payment.amount_minor AS "amountMinor", payment.service_id AS "serviceId", payment.intent_id AS "intentId", payment.url, payment.status,
  payment.made_at AS "madeAt", payment.expires_at AS "expiresAt", payment.paid_at AS "paidAt",
  payment.received_currency AS "receivedCurrency", payment.received_minor AS "receivedMinor", payment.fee_currency AS "feeCurrency",
  payment.fee_minor AS "feeMinor",
  (SELECT coalesce(sum(refund.amount_minor), 0) FROM api.refund
    WHERE refund.card_payment_id = payment.id AND refund.status IN ('asked', 'sent')) AS "refundedMinor",
  (SELECT status FROM api.chargeback WHERE chargeback.card_payment_id = payment.id ORDER BY taken_at DESC LIMIT 1) AS disputed`;
const table = 'api.card_payment payment';
const sorts = bothWays('made', 'payment.made_at', 'timestamptz');

/** What businesses have paid by card, and are about to. */
@Injectable()
export class CardPaymentStore {
  constructor(private readonly database: ApiDatabase) {}

  async keep(tx: Transaction, payment: NewCardPayment, now: string): Promise<void> {
    const { id, businessId, invoiceId, amount, serviceId, url, expiresAt, madeBy } = payment;
    await tx.execute(
      `INSERT INTO api.card_payment (id, business_id, invoice_id, currency, amount_minor, service_id, url, status, made_at, made_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9, $10)`,
      [id, businessId, invoiceId, amount.currency, amount.amountMinor, serviceId, url, now, madeBy, expiresAt],
    );
  }

  /** Those of a business that somebody could still pay, or has paid while the money isn't there. */
  async underWayOf(businessId: string, now: string): Promise<PaymentUnderWay[]> {
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<PaymentRow>(
        `SELECT ${columns} FROM ${table}
          WHERE payment.business_id = $1 AND (payment.status = 'processing' OR payment.status = 'open' AND payment.expires_at > $2)
          ORDER BY payment.id DESC LIMIT 100`,
        [businessId, now],
      ),
    );
    return rows.map((row) => ({
      id: row.id,
      businessId: row.businessId,
      invoiceId: row.invoiceId,
      amount: moneyOf(BigInt(row.amountMinor), row.currency),
      serviceId: row.serviceId,
      url: row.url,
      expiresAt: row.expiresAt.toISOString(),
      isOpen: row.status === 'open',
    }));
  }

  /** By its id or the service's id of what was paid; null where it is none of ours. */
  async find(by: { readonly id: string } | { readonly intentId: string }): Promise<CardPayment | null> {
    const [column, value] = 'id' in by ? ['id', by.id] : ['intent_id', by.intentId];
    const [row] = await this.database.read(marketplace, (tx) =>
      tx.query<PaymentRow>(`SELECT ${columns} FROM ${table} WHERE payment.${column} = $1`, [value]),
    );
    return row === undefined ? null : paymentOf(row);
  }

  /** Locked until the transaction ends. @throws DomainError `card-payment.not-found` */
  async lock(scope: Scope, id: string): Promise<CardPayment> {
    const [row] = await this.database.transaction(scope, async (tx) => {
      await tx.query(`SELECT FROM api.card_payment WHERE id = $1 FOR UPDATE`, [id]);
      return tx.query<PaymentRow>(`SELECT ${columns} FROM ${table} WHERE payment.id = $1`, [id]);
    });
    if (row === undefined) throw new DomainError('card-payment.not-found');
    return paymentOf(row);
  }

  async note(tx: Transaction, id: string, change: CardPaymentChange & { intentId: string | null }, now: string) {
    const { status, received, fee, intentId } = change;
    await tx.execute(
      `UPDATE api.card_payment SET status = $2, intent_id = coalesce($3, intent_id),
              received_currency = coalesce($4, received_currency), received_minor = coalesce($5, received_minor),
              paid_at = CASE WHEN $5::bigint IS NULL THEN paid_at ELSE $6::timestamptz END,
              fee_currency = coalesce($7, fee_currency), fee_minor = coalesce($8, fee_minor)
        WHERE id = $1`,
      [
        id,
        status,
        intentId,
        received?.currency ?? null,
        received?.amountMinor ?? null,
        now,
        fee?.currency ?? null,
        fee?.amountMinor ?? null,
      ],
    );
  }

  /** @throws DomainError `card-payment.not-found` */
  async read(scope: Scope, id: string): Promise<CardPaymentDto> {
    const [row] = await this.database.read(scope, (tx) =>
      tx.query<PaymentRow>(`SELECT ${columns} FROM ${table} WHERE payment.id = $1`, [id]),
    );
    if (row === undefined) throw new DomainError('card-payment.not-found');
    return paymentDto(row);
  }

  /** One's own, latest first; the marketplace sees everybody's. */
  list(scope: Scope, invoiceId: string | undefined, request: PageRequest): Promise<CountedPage<CardPaymentDto>> {
    const conditions: Condition[] = [['payment.invoice_id = ?', invoiceId]];
    const list = { columns, from: table, id: 'payment.id', conditions, sorts, sort: '-made' };
    return this.database.read(scope, (tx) =>
      sortedPage<PaymentRow, CardPaymentDto>((sql, params) => tx.query(sql, [...params]), list, request, paymentDto),
    );
  }
}

const receivedOf = ({ receivedCurrency, receivedMinor }: PaymentRow): Money | null =>
  receivedCurrency === null || receivedMinor === null ? null : moneyOf(BigInt(receivedMinor), receivedCurrency);

function paymentOf(row: PaymentRow): CardPayment {
  const { id, businessId, invoiceId, currency, serviceId, intentId, status, feeCurrency, feeMinor } = row;
  const received = receivedOf(row);
  return {
    id,
    businessId,
    invoiceId,
    amount: moneyOf(BigInt(row.amountMinor), currency),
    serviceId,
    intentId,
    madeAt: row.madeAt.toISOString(),
    status,
    received,
    fee: feeCurrency === null || feeMinor === null ? null : moneyOf(BigInt(feeMinor), feeCurrency),
    refunded: moneyOf(BigInt(row.refundedMinor), received?.currency ?? currency),
  };
}

function paymentDto(row: PaymentRow): CardPaymentDto {
  const { amount, received, refunded } = paymentOf(row);
  return {
    id: row.id,
    businessId: row.businessId,
    invoiceId: row.invoiceId,
    amount,
    received: received ?? zero(amount.currency),
    refunded,
    status: row.status,
    disputed: row.disputed === 'taken',
    // Nobody is sent to where nothing is to be paid any more.
    url: row.status === 'open' ? row.url : null,
    madeAt: row.madeAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    paidAt: row.paidAt?.toISOString() ?? null,
  };
}
