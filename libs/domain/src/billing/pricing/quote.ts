import { DomainError } from '../../domain-error.js';
import { periodsOfTerm, type Rhythm } from '../../time/periods.js';
import type { Currency } from '../money/currency.js';
import { add, allocate, divideHalfEven, type Money, moneyOf, wholeBps } from '../money/money.js';
import type { TaxFacts } from './tax.js';

export interface QuoteLine {
  readonly lineId: string;
  /** Periods of the line's rhythm that begin within the term. */
  readonly occurrences: number;
  /** Units per occurrence. */
  readonly volume: number;
  readonly unitPrice: Money;
  /** occurrences × volume × unitPrice. */
  readonly subtotal: Money;
  readonly commission: Money;
  readonly tax: Money;
  readonly total: Money;
}

/** What is paid in all, and how it comes about. */
export interface TaxedSums {
  readonly subtotal: Money;
  readonly commissionBps: number;
  readonly commission: Money;
  readonly taxBps: number;
  readonly taxNote: string;
  /** By the rate on the subtotal and the commission that stand here (of an invoice EN 16931, BR-CO-17). */
  readonly tax: Money;
  readonly total: Money;
}

/** The price of a whole agreement. The lines' amounts add up to the quote's, to the minor unit. */
export interface Quote extends TaxedSums {
  readonly lines: readonly QuoteLine[];
}

/** A line of terms, as far as its price goes. Its periods are counted from the first day of the term. */
export interface QuotedLine extends Rhythm {
  readonly lineId: string;
  /** Units per period. */
  readonly volume: number;
  /** Per unit, without commission and tax. */
  readonly unitPrice: Money;
}

/** The terms that a price depends on. */
export interface QuotedTerms extends TaxFacts {
  readonly lines: readonly QuotedLine[];
  /** First and last local date of the term, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly currency: Currency;
  /** The marketplace's commission on the subtotal, basis points. */
  readonly commissionBps: number;
}

/** The marketplace's commission on a subtotal in minor units, rounded half to even once for the whole. */
export const commissionOn = (subtotal: bigint, { commissionBps }: Pick<QuotedTerms, 'commissionBps'>): bigint =>
  divideHalfEven(subtotal * BigInt(commissionBps), BigInt(wholeBps));

/** The tax on a net amount in minor units, subtotal and commission together, rounded half to even once for the whole. */
export const taxOn = (net: bigint, { taxBps }: TaxFacts): bigint =>
  divideHalfEven(net * BigInt(taxBps), BigInt(wholeBps));

/**
 * The quote of an agreement's terms: the same terms give the same quote for ever.
 * @throws DomainError `quote.too-large` when the total is beyond the safe integers
 */
export function quoteOf(terms: QuotedTerms): Quote {
  const periods = periodsOfTerm(terms);
  const counted = terms.lines.map((line) => ({ ...line, occurrences: periods(line).length }));
  const amounts = counted.map(
    (line) => BigInt(line.occurrences) * BigInt(line.volume) * BigInt(line.unitPrice.amountMinor),
  );
  const exactSubtotal = amounts.reduce((a, b) => a + b, 0n);
  const exactCommission = commissionOn(exactSubtotal, terms);
  const exactTax = taxOn(exactSubtotal + exactCommission, terms);
  const exactTotal = exactSubtotal + exactCommission + exactTax;
  // Prices and rates aren't negative, so no part is larger than the total.
  if (exactTotal > BigInt(Number.MAX_SAFE_INTEGER)) throw new DomainError('quote.too-large', { at: ['lines'] });

  const of = (amount: bigint): Money => moneyOf(amount, terms.currency);
  const subtotals = amounts.map(of);
  const commission = of(exactCommission);
  const tax = of(exactTax);
  const commissions = split(commission, subtotals);
  const taxes = split(
    tax,
    subtotals.map((subtotal, index) => add(subtotal, commissions[index] as Money)),
  );
  const lines = counted.map((line, index): QuoteLine => {
    const parts = [subtotals[index], commissions[index], taxes[index]] as [Money, Money, Money];
    return {
      lineId: line.lineId,
      occurrences: line.occurrences,
      volume: line.volume,
      unitPrice: line.unitPrice,
      subtotal: parts[0],
      commission: parts[1],
      tax: parts[2],
      total: parts.reduce(add),
    };
  });
  return {
    lines,
    subtotal: of(exactSubtotal),
    commissionBps: terms.commissionBps,
    commission,
    taxBps: terms.taxBps,
    taxNote: terms.taxNote,
    tax,
    total: of(exactTotal),
  };
}

const split = (whole: Money, over: readonly Money[]): Money[] =>
  over.length === 0
    ? []
    : allocate(
        whole,
        over.map((part) => part.amountMinor),
      );
