import { marketplace } from '#access';
import {
  changeOfCardPayment,
  chargebackFacts,
  type ChargebackStatus,
  type Currency,
  type DisputeFees,
  type Money,
  moneyOf,
  newDisputeFees,
  secondsToNextLook,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { InvoicePayments } from '../invoices/invoice-payments.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { CardPaymentStore } from './card-payment.store.js';
import { PaymentService } from './payment-service.js';

/** When it is looked at again, in seconds; null where nothing more is to be expected but what the service says itself. */
export type LookAgain = number | null;

interface ChargebackRow {
  readonly id: string;
  readonly status: ChargebackStatus;
  readonly feeCurrency: Currency | null;
  readonly feeMinor: string | null;
  readonly feeBackMinor: string;
}

/** What the payment service says of payments now, and what of it is new, posted once. The service is asked before the transaction begins. */
@Injectable()
export class FollowPayment {
  constructor(
    private readonly database: ApiDatabase,
    private readonly service: PaymentService,
    private readonly payments: CardPaymentStore,
    private readonly invoicePayments: InvoicePayments,
    private readonly ledger: LedgerBook,
  ) {}

  /** Money that has come in is the business's: it pays the invoice that it was meant for, and then the oldest. */
  async payment(id: string, now: string): Promise<LookAgain> {
    const known = await this.payments.find({ id });
    if (known === null) return null;
    const said = await this.service.payment(known.serviceId);
    return this.database.transaction(marketplace, async (tx) => {
      await this.ledger.takeTurn(known.businessId);
      const { businessId, invoiceId, ...kept } = await this.payments.lock(marketplace, id);
      const change = changeOfCardPayment(kept, said);
      await this.payments.note(tx, id, { ...change, intentId: said.intentId }, now);
      const { received, fee } = change;
      if (received !== null) {
        await this.ledger.post({ type: 'cardPaymentReceived', paymentId: id, businessId, amount: received }, now);
      }
      if (fee !== null) await this.ledger.post({ type: 'serviceFeeCharged', feeId: id, amount: fee }, now);
      if (received !== null) {
        const named = new Set(invoiceId === null ? [] : [invoiceId]);
        await this.invoicePayments.settle(businessId, received.currency, named, now);
      }
      if (change.status === 'ended') return null;
      if (change.status === 'paid') return (kept.fee ?? fee) === null ? 3_600 : null;
      return secondsToNextLook(known.madeAt, now);
    });
  }

  /** What the holder of a card disputes is taken back at once, and given back where the payment is found to be right. */
  async chargeback(serviceId: string, now: string): Promise<LookAgain> {
    const said = await this.service.chargeback(serviceId);
    const known = await this.payments.find({ intentId: said.intentId });
    if (known === null) return null;
    const { businessId, id: paymentId } = known;
    const { amount, fees, status } = said;
    if (status === null) return said.isOver ? null : 86_400;
    return this.database.transaction(marketplace, async (tx) => {
      await this.ledger.takeTurn(businessId);
      await this.payments.lock(marketplace, paymentId);
      const [kept] = await tx.query<ChargebackRow>(
        `SELECT id, status, fee_currency AS "feeCurrency", fee_minor AS "feeMinor", fee_back_minor AS "feeBackMinor"
           FROM api.chargeback WHERE service_id = $1`,
        [serviceId],
      );
      const chargebackId = kept?.id ?? uuidv7();
      const newFees = newDisputeFees(feesOf(kept), fees);
      await tx.execute(
        `INSERT INTO api.chargeback AS known (id, service_id, card_payment_id, business_id, currency, amount_minor, status, taken_at, given_back_at,
                                              fee_currency, fee_minor, fee_back_minor)
         VALUES ($1, $2, $3, $4, $5, $6, $7::text, $8, CASE WHEN $7 = 'given-back' THEN $8::timestamptz END, $9, $10, coalesce($11::bigint, 0))
         ON CONFLICT (service_id) DO UPDATE SET status = CASE known.status WHEN 'given-back' THEN known.status ELSE excluded.status END,
           given_back_at = coalesce(known.given_back_at, excluded.given_back_at),
           fee_currency = coalesce(known.fee_currency, excluded.fee_currency),
           fee_minor = CASE WHEN $10::bigint IS NULL THEN known.fee_minor ELSE coalesce(known.fee_minor, 0) + $10 END,
           fee_back_minor = known.fee_back_minor + coalesce($11::bigint, 0)`,
        [
          chargebackId,
          serviceId,
          paymentId,
          businessId,
          amount.currency,
          amount.amountMinor,
          status,
          now,
          newFees?.taken.currency ?? null,
          newFees?.taken.amountMinor ?? null,
          newFees?.givenBack.amountMinor ?? null,
        ],
      );
      for (const type of chargebackFacts(kept?.status ?? null, status)) {
        await this.ledger.post({ type, chargebackId, businessId, amount }, now);
      }
      if (newFees !== null) await this.postFees(newFees, now);
      await this.invoicePayments.settle(businessId, amount.currency, new Set(), now);
      return said.isOver ? null : 86_400;
    });
  }

  /** Each change has an id of its own: what was posted of a dispute stands in its row. */
  private async postFees({ taken, givenBack }: DisputeFees, now: string): Promise<void> {
    await this.ledger.post({ type: 'serviceFeeCharged', feeId: uuidv7(), amount: taken }, now);
    await this.ledger.post({ type: 'serviceFeeReturned', feeId: uuidv7(), amount: givenBack }, now);
  }
}

function feesOf(kept: ChargebackRow | undefined): DisputeFees | null {
  if (kept === undefined || kept.feeCurrency === null || kept.feeMinor === null) return null;
  const { feeCurrency, feeMinor, feeBackMinor } = kept;
  const money = (minor: string): Money => moneyOf(BigInt(minor), feeCurrency);
  return { taken: money(feeMinor), givenBack: money(feeBackMinor) };
}
