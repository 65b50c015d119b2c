import { comparableValue, type Currency, type ExchangeRates, minorUnitDigits, type Money } from '#domain';
import { CodeDictionary } from './code-dictionary.js';

const maxCurrencies = 256;

/** Prices in the currencies of the supply, to be compared in euros as the domain does. */
export class PriceTable {
  readonly currencies = new CodeDictionary('currencies', maxCurrencies);

  constructor(public rates: ExchangeRates) {}

  add(currency: string): number {
    return this.currencies.add(currency);
  }

  /** In euros; null without a rate. */
  value(amountMinor: number, currency: number): number | null {
    return comparableValue({ amountMinor, currency: this.currencies.codeOf(currency) as Currency }, this.rates);
  }

  /**
   * By the number of each currency, the highest amount in minor units that keeps a cap; -1 for none.
   * @param capValue the cap in euros; null when there is no rate for its currency
   */
  highestWithin(cap: Money, capValue: number | null): Float64Array {
    return Float64Array.from({ length: this.currencies.size }, (_, number) => {
      const currency = this.currencies.codeOf(number) as Currency;
      if (currency === cap.currency) return cap.amountMinor;
      const unit = this.value(10 ** minorUnitDigits[currency], number);
      if (capValue === null || unit === null) return -1;
      // The division may be off by its last digit; beyond safe integers there is no amount, and none before it.
      const divided = Math.floor((capValue / unit) * 10 ** minorUnitDigits[currency]) + 1;
      let amount = Math.min(divided, Number.MAX_SAFE_INTEGER);
      while (amount >= 0 && this.value(amount, number)! > capValue) amount -= 1;
      return amount;
    });
  }
}

const dearest = 120;
const ratio = 0.975;
/** Limits in euros an hour, the highest first. Prices between two of them are told apart by their distance from the higher. */
const priceLimits: readonly number[] = Array.from({ length: 128 }, (_, bin) => dearest * ratio ** bin);
export const priceBins = priceLimits.length;
export const priceDigits = 5;
const placesPerBin = 2 ** priceDigits;
/** The lowest price in each bin, in euros an hour; those in the first may be as high as they like. */
export const leastInBin: Float64Array = Float64Array.from([...priceLimits, 0]);

/** The higher the cheaper: no price has a higher number than a lower one has. 0 for what can't be compared. */
export function cheapnessOf(value: number | null): number {
  if (value === null) return 0;
  // The logarithm may be off by its last digit.
  let bin = Math.max(0, Math.min(priceBins, Math.ceil(Math.log(value / dearest) / Math.log(ratio)) + 1));
  while (bin > 0 && value > priceLimits[bin - 1]!) bin -= 1;
  const [higher, lower] = [priceLimits[bin - 1], priceLimits[bin]];
  if (higher === undefined || lower === undefined) return bin * placesPerBin;
  const place = Math.floor((placesPerBin * (higher - value)) / (higher - lower));
  return bin * placesPerBin + Math.min(placesPerBin - 1, place);
}
