import type { VatRates, VatRatesOfCountry } from '#domain';
import { readFileSync } from 'node:fs';
import { once, readFile } from '../files/data-files.js';

type VatRatesFile = Omit<VatRates, 'countries'> & { readonly entries: readonly VatRatesOfCountry[] };

const ratesIn = ({ source, readOn, entries }: VatRatesFile): VatRates => ({ source, readOn, countries: entries });

/** The standard rates of value added tax that come with the program. */
export const vatRates = once((): VatRates => ratesIn(readFile<VatRatesFile>('vat-rates/standard.json')));

/**
 * The rates in a file of somebody's own, of the same shape (`libs/knowledge/schemas/vat-rates.schema.json`).
 * @throws Error that names the file and the country for what is of no such shape
 */
export function readVatRates(path: string): VatRates {
  const file = JSON.parse(readFileSync(path, 'utf8')) as Partial<VatRatesFile> | null;
  const { source, readOn, entries } = file ?? {};
  if (typeof source !== 'string' || typeof readOn !== 'string' || !Array.isArray(entries)) {
    throw new Error(`${path} needs source, readOn and entries`);
  }
  for (const entry of entries as readonly VatRatesOfCountry[]) {
    if (!isOfCountry(entry))
      throw new Error(`${path}: ${JSON.stringify(entry)} is no rates of a country in order of time`);
  }
  return ratesIn({ source, readOn, entries });
}

const isOfCountry = ({ countryCode, inUnion, rates }: VatRatesOfCountry): boolean =>
  /^[A-Z]{2}$/.test(countryCode) &&
  typeof inUnion === 'boolean' &&
  Array.isArray(rates) &&
  rates.length > 0 &&
  rates.every(
    ({ from, bps }, index) =>
      /^\d{4}-\d{2}-\d{2}$/.test(from) &&
      Number.isInteger(bps) &&
      bps >= 0 &&
      bps <= 10_000 &&
      (index === 0 || rates[index - 1]!.from < from),
  );
