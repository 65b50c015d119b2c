import {
  type CardPaymentStatus,
  type Currency,
  type DisputeFees,
  DomainError,
  isCurrency,
  type Money,
  moneyOf,
  type SaidRefund,
} from '#domain';
import { parseJsonBody } from '#platform/json';
import {
  type CheckoutOrder,
  PaymentService,
  PaymentServiceError,
  type SaidChargeback,
  type SaidPayment,
  type StartedCheckout,
} from '../payment-service.js';
import type { Subject } from '../../payments/payment-service-tasks.js';
import { StripeClient } from './stripe-client.js';
import { demandStripeSignature } from './stripe-signature.js';
import { subjectOfEvent } from './stripe-events.js';

export interface StripeSettings {
  /** Of the marketplace's own account. */
  readonly key: string;
  /** Of the endpoint to which Stripe sends; two while it is changed, with a blank between. */
  readonly webhookSecret: string;
  /** Stripe's own unless said. */
  readonly url?: string;
}

interface BalanceTransaction {
  readonly amount: number;
  readonly fee: number;
  readonly currency: string;
}

interface PaymentIntent {
  readonly id: string;
  readonly status: string;
  readonly amount_received: number;
  readonly currency: string;
  readonly latest_charge: { readonly balance_transaction: BalanceTransaction | null } | null;
}

interface CheckoutSession {
  readonly id: string;
  readonly url: string | null;
  readonly expires_at: number;
  readonly status: 'open' | 'complete' | 'expired';
  readonly payment_intent: PaymentIntent | null;
}

interface Dispute {
  readonly payment_intent: string | null;
  readonly amount: number;
  readonly currency: string;
  readonly status: string;
  /** What it has taken, and once it was won what it has given back: of the payment, and of the fee below nothing. */
  readonly balance_transactions: readonly BalanceTransaction[];
}

/** Stripe counts these in hundredths, which ISO 4217 doesn't (https://docs.stripe.com/currencies#special-cases). */
const inHundredths: ReadonlySet<Currency> = new Set<Currency>(['ISK']);
const amountOf = ({ amountMinor, currency }: Money): number => amountMinor * (inHundredths.has(currency) ? 100 : 1);

function inCurrency(amount: number, currency: string): Money {
  const code = currency.toUpperCase();
  // What Stripe settles in is for the operator to choose; what the books don't know can't be posted.
  if (!isCurrency(code)) throw new PaymentServiceError('refused', `unknown currency ${code}`);
  return moneyOf(BigInt(inHundredths.has(code) ? Math.trunc(amount / 100) : amount), code);
}

/** Of a currency that the books don't know, nothing: what was received counts all the same. */
const feeIn = (amount: number, currency: string): Money | null =>
  isCurrency(currency.toUpperCase()) ? inCurrency(amount, currency) : null;

/** Stripe Connect: payments to the marketplace's own account, and transfers from it to the accounts of agencies. */
export class StripeService extends PaymentService {
  readonly isThere = true;
  private readonly client: StripeClient;
  private readonly secrets: readonly string[];

  constructor({ key, webhookSecret, url = 'https://api.stripe.com' }: StripeSettings) {
    super();
    this.client = new StripeClient(key, url.replace(/\/$/, ''));
    this.secrets = webhookSecret.split(/\s+/).filter((secret) => secret !== '');
  }

  async startCheckout({ paymentId, amount, description, returnUrl }: CheckoutOrder): Promise<StartedCheckout> {
    const metadata = { ajudant_payment: paymentId };
    const session = await this.client.post<CheckoutSession>(
      '/v1/checkout/sessions',
      {
        mode: 'payment',
        client_reference_id: paymentId,
        success_url: returnUrl,
        cancel_url: returnUrl,
        line_items: {
          0: {
            quantity: 1,
            price_data: {
              currency: amount.currency.toLowerCase(),
              unit_amount: amountOf(amount),
              product_data: { name: description },
            },
          },
        },
        payment_intent_data: { metadata },
        metadata,
      },
      paymentId,
    );
    if (session.url === null) throw new PaymentServiceError('refused', 'the session has no address');
    return { serviceId: session.id, url: session.url, expiresAt: new Date(session.expires_at * 1_000).toISOString() };
  }

  async payment(serviceId: string): Promise<SaidPayment> {
    const { status, payment_intent: intent } = await this.client.get<CheckoutSession>(
      `/v1/checkout/sessions/${encodeURIComponent(serviceId)}`,
      { expand: ['payment_intent.latest_charge.balance_transaction'] },
    );
    const isPaid = intent?.status === 'succeeded';
    const balance = intent?.latest_charge?.balance_transaction ?? null;
    return {
      status: statusOf(status, intent),
      received: isPaid ? inCurrency(intent.amount_received, intent.currency) : null,
      fee: isPaid && balance !== null ? feeIn(balance.fee, balance.currency) : null,
      intentId: intent?.id ?? null,
    };
  }

  async refund(order: { refundId: string; intentId: string; amount: Money; attempt: number }): Promise<string> {
    const { refundId, intentId, amount, attempt } = order;
    const { data } = await this.client.get<{ data: { id: string; metadata?: Record<string, string> }[] }>(
      '/v1/refunds',
      {
        payment_intent: intentId,
        limit: 100,
      },
    );
    const done = data.find(({ metadata }) => metadata?.['ajudant_refund'] === refundId);
    if (done !== undefined) return done.id;
    const form = { payment_intent: intentId, amount: amountOf(amount), metadata: { ajudant_refund: refundId } };
    return (await this.client.post<{ id: string }>('/v1/refunds', form, `${refundId}:${attempt}`)).id;
  }

  async refundState(serviceId: string): Promise<SaidRefund> {
    const { status } = await this.client.get<{ status: string }>(`/v1/refunds/${encodeURIComponent(serviceId)}`);
    return status === 'succeeded' ? 'sent' : status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
  }

  async chargeback(serviceId: string): Promise<SaidChargeback> {
    const dispute = await this.client.get<Dispute>(`/v1/disputes/${encodeURIComponent(serviceId)}`);
    if (dispute.payment_intent === null) throw new PaymentServiceError('refused', 'of no payment');
    return {
      intentId: dispute.payment_intent,
      amount: inCurrency(dispute.amount, dispute.currency),
      fees: disputeFees(dispute.balance_transactions),
      ...chargebackOf(dispute),
    };
  }

  async transfer(order: { payoutId: string; accountId: string; amount: Money; attempt: number }): Promise<string> {
    const { payoutId, accountId: destination, amount, attempt } = order;
    const done = await this.transferOf(payoutId);
    if (done !== null) return done;
    const form = {
      amount: amountOf(amount),
      currency: amount.currency.toLowerCase(),
      destination,
      transfer_group: payoutId,
      metadata: { ajudant_payout: payoutId },
    };
    return (await this.client.post<{ id: string }>('/v1/transfers', form, `${payoutId}:${attempt}`)).id;
  }

  async transferOf(payoutId: string): Promise<string | null> {
    const { data } = await this.client.get<{ data: { id: string }[] }>('/v1/transfers', {
      transfer_group: payoutId,
      limit: 1,
    });
    return data[0]?.id ?? null;
  }

  async reversedOf(serviceId: string): Promise<Money> {
    const { amount_reversed: reversed, currency } = await this.client.get<{
      amount_reversed: number;
      currency: string;
    }>(`/v1/transfers/${encodeURIComponent(serviceId)}`);
    return inCurrency(reversed, currency);
  }

  async openAccount(agency: { agencyId: string; countryCode: string; name: string }): Promise<string> {
    const { agencyId, countryCode, name } = agency;
    const form = {
      type: 'express',
      country: countryCode,
      business_profile: { name },
      capabilities: { transfers: { requested: true } },
      metadata: { ajudant_agency: agencyId },
    };
    return (await this.client.post<{ id: string }>('/v1/accounts', form, agencyId)).id;
  }

  async accountUrl(account: string, returnUrl: string): Promise<string> {
    const form = { account, type: 'account_onboarding', return_url: returnUrl, refresh_url: returnUrl };
    return (await this.client.post<{ url: string }>('/v1/account_links', form, crypto.randomUUID())).url;
  }

  async accountIsReady(accountId: string): Promise<boolean> {
    const { capabilities } = await this.client.get<{ capabilities?: { transfers?: string } }>(
      `/v1/accounts/${encodeURIComponent(accountId)}`,
    );
    return capabilities?.transfers === 'active';
  }

  async balances(): Promise<Money[]> {
    const { available, pending } =
      await this.client.get<Record<'available' | 'pending', BalanceTransaction[]>>('/v1/balance');
    const totals = new Map<string, number>();
    for (const { currency, amount } of [...available, ...pending]) {
      totals.set(currency, (totals.get(currency) ?? 0) + amount);
    }
    // What Stripe settles in beside is for the operator to choose; the books have no account for it.
    return [...totals].flatMap(([currency, amount]) => feeIn(amount, currency) ?? []);
  }

  subjectOf(body: Buffer, signature: string, now: string): Subject | null {
    demandStripeSignature(body, signature, this.secrets, now);
    const event = parseJsonBody(body);
    if (typeof event !== 'object' || event === null) throw new DomainError('payment-service.bad-signature');
    return subjectOfEvent(event);
  }
}

function statusOf(session: CheckoutSession['status'], intent: PaymentIntent | null): CardPaymentStatus {
  if (intent?.status === 'succeeded') return 'paid';
  if (intent?.status === 'processing') return 'processing';
  // One that was complete and isn't processing any more has failed: who wants to pay still begins anew.
  return session === 'open' ? 'open' : 'ended';
}

/** @see https://docs.stripe.com/api/balance_transactions/object#balance_transaction_object-fee */
function disputeFees(moved: readonly BalanceTransaction[]): DisputeFees | null {
  const total = (sign: 1 | -1) => moved.reduce((sum, { fee }) => sum + Math.max(0, fee * sign), 0);
  const currency = moved[0]?.currency ?? '';
  const [taken, givenBack] = [feeIn(total(1), currency), feeIn(total(-1), currency)];
  return taken === null || givenBack === null || taken.amountMinor === 0 ? null : { taken, givenBack };
}

/** @see https://docs.stripe.com/api/disputes/object#dispute_object-status */
function chargebackOf({ status, balance_transactions: moved }: Dispute): Pick<SaidChargeback, 'status' | 'isOver'> {
  switch (status) {
    // Inquiries take no money.
    case 'warning_needs_response':
    case 'warning_under_review':
      return { status: null, isOver: false };
    case 'warning_closed':
    case 'prevented':
      return { status: null, isOver: true };
    case 'won': {
      // That it is won is said before the money is back.
      // It may have been converted at another rate than when it was taken.
      const isBack = moved.some(({ amount }) => amount > 0);
      return { status: isBack ? 'given-back' : 'taken', isOver: isBack };
    }
    case 'lost':
      return { status: 'taken', isOver: true };
    case 'needs_response':
    case 'under_review':
      return { status: 'taken', isOver: false };
    default:
      throw new PaymentServiceError('refused', `unknown status of a dispute: ${status}`);
  }
}
