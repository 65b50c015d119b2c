/** A standard rate and the date from which it holds, until the next one does. */
export interface StandardRate {
  readonly from: string;
  /** Basis points. */
  readonly bps: number;
}

/** The standard rates of one country, the latest last. */
export interface VatRatesOfCountry {
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  /** Whether it is a member state of the Union. */
  readonly inUnion: boolean;
  readonly rates: readonly StandardRate[];
}

/** Standard rates of value added tax by date, and where they were read. */
export interface VatRates {
  readonly source: string;
  /** When they were compared with the source. */
  readonly readOn: string;
  readonly countries: readonly VatRatesOfCountry[];
}

export const inUnion = ({ countries }: VatRates, countryCode: string): boolean =>
  countries.some((country) => country.countryCode === countryCode && country.inUnion);

/** The rate in force on a date; null for a country without one. */
export function standardRateOn({ countries }: VatRates, countryCode: string, on: string): StandardRate | null {
  const rates = countries.find((country) => country.countryCode === countryCode)?.rates ?? [];
  return rates.findLast(({ from }) => from <= on) ?? null;
}
