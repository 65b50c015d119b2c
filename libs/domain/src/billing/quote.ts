import type { Money } from './money.js';

export interface QuoteLine {
  readonly lineId: string;
  /** Periods of the line's cadence that begin within the term. */
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

/** The price of a whole agreement. The lines' amounts add up to the quote's, to the minor unit. */
export interface Quote {
  readonly lines: readonly QuoteLine[];
  readonly subtotal: Money;
  readonly commissionBps: number;
  readonly commission: Money;
  readonly taxBps: number;
  readonly taxNote: string;
  readonly tax: Money;
  readonly total: Money;
}
