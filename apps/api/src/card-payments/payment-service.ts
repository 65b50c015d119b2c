import {
  type ChargebackStatus,
  type DisputeFees,
  DomainError,
  type Money,
  type SaidCardPayment,
  type SaidRefund,
} from '#domain';
import type { Subject } from '../payments/payment-service-tasks.js';

/** What somebody is about to pay. */
export interface CheckoutOrder {
  /** Ours: the service hands it on with all that it says of the payment. */
  readonly paymentId: string;
  readonly amount: Money;
  /** What whoever pays reads. */
  readonly description: string;
  /** Where the page is to which the service leads back; that somebody came back says nothing of the payment. */
  readonly returnUrl: string;
}

export interface StartedCheckout {
  readonly serviceId: string;
  /** Where the payer gives her card. */
  readonly url: string;
  readonly expiresAt: string;
}

export interface SaidPayment extends SaidCardPayment {
  /** Of what may be refunded or disputed later; null until somebody has tried to pay. */
  readonly intentId: string | null;
}

export interface SaidChargeback {
  readonly intentId: string;
  readonly amount: Money;
  /** Null where it has taken none. */
  readonly fees: DisputeFees | null;
  /** Null for one that has taken nothing. */
  readonly status: ChargebackStatus | null;
  /** Whether nothing more will be said of it. */
  readonly isOver: boolean;
}

/** Why the service did nothing: it can't be reached (try again), or it can't do this now or ever. */
export class PaymentServiceError extends Error {
  constructor(
    readonly reason: 'unavailable' | 'short-of-money' | 'refused',
    message: string,
    /** Whether the service has answered: it would answer the same order the same again. */
    readonly isAnswered = true,
  ) {
    super(message);
  }
}

/**
 * A service that takes cards and keeps accounts for agencies. It is asked outside of any transaction, answers in bounded time, and does what it
 * is asked under an id once, however often it is asked.
 * All throw PaymentServiceError.
 */
export abstract class PaymentService {
  /** Whether there is one. `attempt` of orders counts how often it has answered with a refusal: the same order would get the same answer again. */
  abstract readonly isThere: boolean;

  abstract startCheckout(order: CheckoutOrder): Promise<StartedCheckout>;
  abstract payment(serviceId: string): Promise<SaidPayment>;
  /** @returns the service's id of what was ordered before, or is now */
  abstract refund(order: { refundId: string; intentId: string; amount: Money; attempt: number }): Promise<string>;
  abstract refundState(serviceId: string): Promise<SaidRefund>;
  abstract chargeback(serviceId: string): Promise<SaidChargeback>;
  /** @returns the service's id of the transfer */
  abstract transfer(order: { payoutId: string; accountId: string; amount: Money; attempt: number }): Promise<string>;
  /** The service's id of a transfer that was done; null where none was. */
  abstract transferOf(payoutId: string): Promise<string | null>;
  /** What of a transfer came back so far, in all. */
  abstract reversedOf(serviceId: string): Promise<Money>;
  abstract openAccount(agency: { agencyId: string; countryCode: string; name: string }): Promise<string>;
  /** Where whoever acts for an agency tells the service who it is; good for some minutes. */
  abstract accountUrl(accountId: string, returnUrl: string): Promise<string>;
  /** Whether transfers can go to an account. */
  abstract accountIsReady(accountId: string): Promise<boolean>;
  /** What lies with the service, by currency, whether it can be moved yet or not. */
  abstract balances(): Promise<Money[]>;
  /** What a message of the service is about; null where that is nothing of ours. @throws DomainError `payment-service.bad-signature` */
  abstract subjectOf(body: Buffer, signature: string, now: string): Subject | null;
}

const refuse = (): never => {
  throw new DomainError('card-payment.not-offered');
};

/** Where none is configured, nobody pays by card. */
export class NoPaymentService extends PaymentService {
  readonly isThere = false;
  startCheckout = refuse;
  payment = refuse;
  refund = refuse;
  refundState = refuse;
  chargeback = refuse;
  transfer = refuse;
  transferOf = refuse;
  reversedOf = refuse;
  openAccount = refuse;
  accountUrl = refuse;
  accountIsReady = refuse;
  balances = refuse;
  subjectOf = refuse;
}
