/** What decides the tax of an agreement; ends up in its terms, so that the quote can be made again years later. */
export interface TaxFacts {
  /** Basis points on subtotal plus commission. */
  readonly taxBps: number;
  /** Why it is that rate, in words for the invoice. */
  readonly taxNote: string;
}
