import { type Currency, minorUnitDigits } from '../billing/currency.js';
import type { Money } from '../billing/money.js';

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
