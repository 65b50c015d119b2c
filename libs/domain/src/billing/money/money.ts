import { DomainError, type FieldPath } from '../../domain-error.js';
import { type Currency, isCurrency, minorUnitDigits } from './currency.js';

/** An amount in whole minor units (cents, yen, fils) of its currency. No floating point ever touches it. */
export interface Money {
  /** A safe integer. */
  readonly amountMinor: number;
  readonly currency: Currency;
}

/** A hundredth of a percent: 10 000 basis points are the whole. */
export const wholeBps = 10_000;

/** A currency that came in from outside, beside an amount or alone; `at` says in what. @throws DomainError `money.unknown-currency` */
export function currencyOf(currency: string, at?: FieldPath): Currency {
  if (!isCurrency(currency)) {
    throw new DomainError('money.unknown-currency', { at: at && [...at, 'currency'], currency });
  }
  return currency;
}

/**
 * Money from what came in from outside; `at` says where it stood.
 * @throws DomainError `money.unknown-currency`, `money.not-an-integer`
 */
export function money(amountMinor: number, code: string, at?: FieldPath): Money {
  const currency = currencyOf(code, at);
  if (!Number.isSafeInteger(amountMinor)) {
    throw new DomainError('money.not-an-integer', { at: at && [...at, 'amountMinor'], amountMinor });
  }
  return { amountMinor: amountMinor === 0 ? 0 : amountMinor, currency };
}

export const zero = (currency: Currency): Money => ({ amountMinor: 0, currency });

/** @throws DomainError `money.too-large` when the amount is no safe integer any more */
export function moneyOf(exact: bigint, currency: Currency): Money {
  const amountMinor = Number(exact);
  if (!Number.isSafeInteger(amountMinor)) throw new DomainError('money.too-large', { currency });
  return { amountMinor, currency };
}

/** @throws DomainError `money.currencies-differ` */
export function sameCurrency(a: Money, b: Money): Currency {
  if (a.currency !== b.currency)
    throw new DomainError('money.currencies-differ', { left: a.currency, right: b.currency });
  return a.currency;
}

/** @throws DomainError `money.currencies-differ`, `money.too-large` */
export const add = (a: Money, b: Money): Money =>
  moneyOf(BigInt(a.amountMinor) + BigInt(b.amountMinor), sameCurrency(a, b));

/** @throws DomainError `money.currencies-differ`, `money.too-large` */
export const subtract = (a: Money, b: Money): Money =>
  moneyOf(BigInt(a.amountMinor) - BigInt(b.amountMinor), sameCurrency(a, b));

/** @throws DomainError `money.currencies-differ`, `money.too-large` */
export const sum = (parts: readonly Money[], currency: Currency): Money => parts.reduce(add, zero(currency));

/** @throws DomainError `money.too-large` */
export const times = (a: Money, factor: number): Money => moneyOf(BigInt(a.amountMinor) * BigInt(factor), a.currency);

export const equal = (a: Money, b: Money): boolean => a.currency === b.currency && a.amountMinor === b.amountMinor;

/** @throws DomainError `money.currencies-differ` */
export function compare(a: Money, b: Money): -1 | 0 | 1 {
  sameCurrency(a, b);
  return a.amountMinor < b.amountMinor ? -1 : a.amountMinor > b.amountMinor ? 1 : 0;
}

/** `numerator / denominator` to the nearest integer, a tie to the even one (banker's rounding). */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('the denominator is not positive');
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  const quotient = magnitude / denominator;
  const twiceRest = (magnitude % denominator) * 2n;
  const up = twiceRest > denominator || (twiceRest === denominator && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

/** The share of an amount, `bps` in basis points, rounded half to even. @throws DomainError `money.too-large` */
export const shareBps = (a: Money, bps: number): Money =>
  moneyOf(divideHalfEven(BigInt(a.amountMinor) * BigInt(bps), BigInt(wholeBps)), a.currency);

/** The price of a number of minutes at a rate per hour, rounded half to even. @throws DomainError `money.too-large` */
export const priceOfMinutes = (hourlyRate: Money, minutes: number): Money =>
  moneyOf(divideHalfEven(BigInt(hourlyRate.amountMinor) * BigInt(minutes), 60n), hourlyRate.currency);

/**
 * Splits an amount by weights so that the parts add up to it: each gets its whole share, and the units that are left
 * go one by one to the largest remainders, the earlier part first where they are equal. Weights that are all zero
 * count as equal ones.
 */
export function allocate(whole: Money, weights: readonly number[]): Money[] {
  if (weights.length === 0) throw new RangeError('there is nothing to split an amount over');
  const given = weights.map((weight) => BigInt(weight));
  if (given.some((weight) => weight < 0n)) throw new RangeError('a weight is negative');
  const total = given.reduce((a, b) => a + b, 0n);
  const exact = total === 0n ? given.map(() => 1n) : given;
  const divisor = total === 0n ? BigInt(exact.length) : total;
  const sign = whole.amountMinor < 0 ? -1n : 1n;
  const magnitude = BigInt(whole.amountMinor) * sign;
  const shares = exact.map((weight, index) => ({
    index,
    part: (magnitude * weight) / divisor,
    rest: (magnitude * weight) % divisor,
  }));
  let left = magnitude - shares.reduce((a, share) => a + share.part, 0n);
  const byRest = [...shares].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const share of byRest) {
    if (left === 0n) break;
    share.part += 1n;
    left -= 1n;
  }
  return shares.map((share) => moneyOf(share.part * sign, whole.currency));
}

/** `1234.50 EUR`, `1235 JPY`, `1.234 KWD`: for people to read in a text; never parsed back. */
export const moneyText = (amount: Money): string => `${decimalText(amount)} ${amount.currency}`;

/** `1234.50`, `1235`, `1.234`: as many decimals as the currency has, for files that others read. */
export function decimalText(amount: Money): string {
  const digits = minorUnitDigits[amount.currency];
  const sign = amount.amountMinor < 0 ? '-' : '';
  const units = Math.abs(amount.amountMinor)
    .toString()
    .padStart(digits + 1, '0');
  return sign + (digits === 0 ? units : `${units.slice(0, -digits)}.${units.slice(-digits)}`);
}
