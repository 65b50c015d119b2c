import type { Currency } from '../money/currency.js';
import type { Money } from '../money/money.js';
import { demand } from '../../policy.js';

/**
 * How an agreement is paid: ahead, so that what is booked is covered by money that is there; or on account, up to what may be owed
 * and booked at a time, commission and tax included.
 */
export type PaymentTerms = { readonly mode: 'prepaid' } | { readonly mode: 'on-account'; readonly limit: Money };

/** Field by field, so that nothing else gets into what is signed. */
export const paymentTermsOf = (terms: PaymentTerms): PaymentTerms =>
  terms.mode === 'prepaid'
    ? { mode: 'prepaid' }
    : { mode: 'on-account', limit: { amountMinor: terms.limit.amountMinor, currency: terms.limit.currency } };

/** @throws DomainError `agreement.currencies-differ`, `agreement.price-out-of-range` */
export function demandPaymentTerms(terms: PaymentTerms | undefined, currency: Currency): void {
  if (terms?.mode !== 'on-account') return;
  const { limit } = terms;
  const isAmount = Number.isSafeInteger(limit.amountMinor) && limit.amountMinor > 0;
  demand(isAmount, 'agreement.price-out-of-range', { at: ['payment', 'limit', 'amountMinor'] });
  demand(limit.currency === currency, 'agreement.currencies-differ', {
    at: ['payment', 'limit', 'currency'],
    currency,
  });
}
