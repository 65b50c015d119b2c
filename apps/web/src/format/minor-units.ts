import type { Money } from './format-of';

export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** What somebody types of an amount: 14.6 of 1460 cents; yen have no smaller unit. */
export const majorUnits = ({ amountMinor, currency }: Money): number => amountMinor / 10 ** digitsOf(currency);

export const moneyOf = (majorAmount: number, currency: string): Money => ({
  amountMinor: Math.round(majorAmount * 10 ** digitsOf(currency)),
  currency,
});
