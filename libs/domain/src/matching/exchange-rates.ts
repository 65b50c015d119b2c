import { type Currency, minorUnitDigits } from '../billing/money/currency.js';
import type { Money } from '../billing/money/money.js';
import type { PreparedNeed } from './prepared-need.js';

/**
 * What one whole unit of each currency is worth in euros, on a named date. Rates compare prices of different
 * currencies; no amount that anybody pays is ever computed with them.
 */
export interface ExchangeRates {
  readonly asOf: string;
  readonly inEuro: Readonly<Partial<Record<Currency, number>>>;
}

/** The value in euros, for comparing only; null for a currency without a rate. */
export function comparableValue(amount: Money, rates: ExchangeRates): number | null {
  const rate = amount.currency === 'EUR' ? 1 : rates.inEuro[amount.currency];
  return rate === undefined ? null : (amount.amountMinor / 10 ** minorUnitDigits[amount.currency]) * rate;
}

/**
 * A price and the cap of a need in one measure: euros, or the cap's own currency when there is no rate for it. Null when
 * the two can't be compared.
 */
export function besideCap(
  { need, capValue }: Pick<PreparedNeed, 'need' | 'capValue'>,
  price: Money,
  rates: ExchangeRates,
): { readonly price: number; readonly cap: number } | null {
  const cap = need.hourlyRateCap;
  if (capValue === null) {
    return price.currency === cap.currency ? { price: price.amountMinor, cap: cap.amountMinor } : null;
  }
  const value = comparableValue(price, rates);
  return value === null ? null : { price: value, cap: capValue };
}
