/** An amount in integer minor units of its currency: 1250 EUR is 12.50 euros, 1250 JPY is 1250 yen. */
export interface Money {
  readonly amountMinor: number;
  /** ISO 4217 code. */
  readonly currency: string;
}
