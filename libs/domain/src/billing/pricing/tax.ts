import { isBlank } from '#text';

/** What decides the tax of an agreement; ends up in its terms, so that the quote can be made again years later. */
export interface TaxFacts {
  /** Basis points on subtotal plus commission. */
  readonly taxBps: number;
  /** Why it is that rate, in words for the invoice. */
  readonly taxNote: string;
}

/** The day whose rates the table has; a rate that changes later belongs into a new table, not into old agreements. */
export const standardVatRatesOn = '2026-01-01';

/**
 * Standard rates of value added tax in basis points, by ISO 3166-1 code (Greece is `GR` here, `EL` in its VAT ids).
 * Member states: Articles 96 and 97 of Directive 2006/112/EC. `GB`: Value Added Tax Act 1994, section 2.
 */
const memberStateRates: Readonly<Record<string, number>> = {
  AT: 2000,
  BE: 2100,
  BG: 2000,
  CY: 1900,
  CZ: 2100,
  DE: 1900,
  DK: 2500,
  EE: 2400,
  ES: 2100,
  FI: 2550,
  FR: 2000,
  GR: 2400,
  HR: 2500,
  HU: 2700,
  IE: 2300,
  IT: 2200,
  LT: 2100,
  LU: 1700,
  LV: 2100,
  MT: 1800,
  NL: 2100,
  PL: 2300,
  PT: 2300,
  RO: 2100,
  SE: 2500,
  SI: 2200,
  SK: 2300,
};
export const standardVatRates: Readonly<Record<string, number>> = { ...memberStateRates, GB: 2000 };

const inUnion = (countryCode: string): boolean => Object.hasOwn(memberStateRates, countryCode);

/**
 * The tax of a service that an agency supplies to a business.
 * Within one country its standard rate; across the Union's borders nothing when the customer has a VAT id, since the
 * customer owes it then (Article 196 of Directive 2006/112/EC); without such an id the supplier's rate, as for a
 * customer who is no taxable person (Article 45); everything else is outside the scope.
 */
export function taxFactsOf(supply: {
  readonly supplierCountryCode: string;
  readonly customerCountryCode: string;
  readonly customerVatId: string | null;
}): TaxFacts {
  const { supplierCountryCode: from, customerCountryCode: to } = supply;
  const rate = Object.hasOwn(standardVatRates, from) ? standardVatRates[from] : undefined;
  const acrossUnion = from !== to && inUnion(from) && inUnion(to);
  if (rate === undefined || (from !== to && !acrossUnion)) return { taxBps: 0, taxNote: 'outside the scope of VAT' };
  if (acrossUnion && supply.customerVatId !== null && !isBlank(supply.customerVatId)) {
    return { taxBps: 0, taxNote: 'reverse charge, Article 196 of Directive 2006/112/EC' };
  }
  return { taxBps: rate, taxNote: `standard rate of VAT in ${from}, table of ${standardVatRatesOn}` };
}
