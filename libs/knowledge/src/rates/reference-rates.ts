import { type Currency, type ExchangeRates, isCurrency } from '#domain';
import { once, readFile } from '../files/data-files.js';

interface RatesFile {
  readonly source: string;
  readonly asOf: string;
  readonly entries: readonly { readonly currency: string; readonly perEuro: number }[];
}

/** The rates that come with the program, for as long as nobody has read later ones. */
export const referenceRates = once((): ExchangeRates => {
  const { asOf, entries } = readFile<RatesFile>('reference-rates/ecb.json');
  return exchangeRatesOf(asOf, Object.fromEntries(entries.map(({ currency, perEuro }) => [currency, perEuro])));
});

/** Rates as units of each currency for one euro; currencies that are not known here are left out. */
export const exchangeRatesOf = (asOf: string, perEuro: Readonly<Record<string, number>>): ExchangeRates => ({
  asOf,
  inEuro: Object.fromEntries(
    Object.entries(perEuro)
      .filter((entry): entry is [Currency, number] => isCurrency(entry[0]) && entry[1] > 0)
      .map(([currency, units]) => [currency, 1 / units]),
  ),
});

/** What a file of the European Central Bank says. */
export interface PublishedRates {
  readonly asOf: string;
  readonly perEuro: Readonly<Record<string, number>>;
}

const day = /<Cube\s+time=(["'])(\d{4}-\d{2}-\d{2})\1\s*>/;
const rate = /<Cube\s+currency=(["'])([A-Z]{3})\1\s+rate=(["'])(\d{1,12}(?:\.\d{1,12})?)\3\s*\/>/g;

/**
 * The euro foreign exchange reference rates as the European Central Bank publishes them each working day
 * (https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml): one day, and a line for each currency. Null for a
 * text that is no such file, or has no rates.
 */
export function readEcbRates(xml: string): PublishedRates | null {
  const asOf = day.exec(xml)?.[2];
  const found = [...xml.matchAll(rate)].map(([, , currency, , units]) => [currency!, Number(units)] as const);
  return asOf === undefined || found.length === 0 ? null : { asOf, perEuro: Object.fromEntries(found) };
}
