import type { VatCheck, VatCheckSource } from '../vat/vat-check.js';
import { vatIdOf } from '../vat/vat-id.js';
import { inUnion, standardRateOn, type VatRates } from '../vat/vat-rates.js';

/** What decides the tax of an agreement; ends up in its terms, so that the quote can be made again years later. */
export interface TaxFacts {
  /** Basis points on subtotal plus commission. */
  readonly taxBps: number;
  /** Why it is that rate, in words for the invoice. */
  readonly taxNote: string;
}

/** A service that an agency supplies to a business. */
export interface Supply {
  readonly supplierCountryCode: string;
  readonly customerCountryCode: string;
  /** As the customer gave it; what is no VAT id of the customer's country doesn't count. */
  readonly customerVatId: string | null;
  /** What a register says of it. */
  readonly customerVatCheck: VatCheck | null;
  /** The date whose rates count. */
  readonly on: string;
}

/** Why a service is taxed as it is. */
export type TaxCategory = 'standard' | 'reverse-charge' | 'outside-scope';

/** How the note of a reverse charge begins; the notes of agreements are kept, so it stays. */
const reverseCharge = 'reverse charge';

/** What a rate and its note say. */
export const taxCategoryOf = ({ taxBps, taxNote }: TaxFacts): TaxCategory =>
  taxBps > 0 ? 'standard' : taxNote.startsWith(reverseCharge) ? 'reverse-charge' : 'outside-scope';

/** Why a service is taxed as it is, to be worded for whoever reads it. */
export interface TaxReason {
  readonly category: TaxCategory;
  /** Whose standard rate it is, and the date since which it is that; null without one. */
  readonly countryCode: string | null;
  readonly since: string | null;
  /** Of whoever owes the tax in the supplier's place, and when a register confirmed it; null where nobody does. */
  readonly vatId: string | null;
  readonly confirmedOn: string | null;
  readonly confirmedBy: Exclude<VatCheckSource, 'none'> | null;
}

const standardNote = /^standard rate of VAT in (?<countryCode>[A-Z]{2}) since (?<since>[\d-]{10})$/;
const reverseNote = /VAT id (?<vatId>[^,]+), (?:valid on (?<on>[\d-]{10}) \((?<by>manual|vies)\))?/;

/** What a note says: notes are signed with the terms, and stay as they were written. */
export function taxReasonOf(facts: TaxFacts): TaxReason {
  const standard = standardNote.exec(facts.taxNote)?.groups ?? {};
  const reverse = reverseNote.exec(facts.taxNote)?.groups ?? {};
  return {
    category: taxCategoryOf(facts),
    countryCode: standard['countryCode'] ?? null,
    since: standard['since'] ?? null,
    vatId: reverse['vatId'] ?? null,
    confirmedOn: reverse['on'] ?? null,
    confirmedBy: (reverse['by'] as TaxReason['confirmedBy'] | undefined) ?? null,
  };
}

/**
 * The tax of a service.
 * Within one country its standard rate; across the Union's borders nothing when the customer has a valid VAT id, since the
 * customer owes it then (Article 196 of Directive 2006/112/EC); without such an id, or with one that a register doesn't
 * know, the supplier's rate, as for a customer who is no taxable person (Article 45); everything else is outside the scope.
 */
export function taxFactsOf(supply: Supply, rates: VatRates): TaxFacts {
  const { supplierCountryCode: from, customerCountryCode: to, on } = supply;
  const rate = standardRateOn(rates, from, on);
  const acrossUnion = from !== to && inUnion(rates, from) && inUnion(rates, to);
  if (rate === null || (from !== to && !acrossUnion)) return { taxBps: 0, taxNote: 'outside the scope of VAT' };
  const note = acrossUnion ? reverseChargeNote(supply) : null;
  if (note !== null) return { taxBps: 0, taxNote: note };
  return { taxBps: rate.bps, taxNote: `standard rate of VAT in ${from} since ${rate.from}` };
}

/** Null where the customer has no VAT id that counts. */
function reverseChargeNote({ customerCountryCode, customerVatId, customerVatCheck }: Supply): string | null {
  const vatId = customerVatId === null ? null : vatIdOf(customerCountryCode, customerVatId);
  if (vatId === null || customerVatCheck?.result === 'invalid') return null;
  const { result, source, checkedAt } = customerVatCheck ?? { result: 'unchecked', source: 'none', checkedAt: '' };
  const check =
    result === 'valid' ? `valid on ${checkedAt.slice(0, 10)} (${source})` : 'not confirmed by a register so far';
  return `${reverseCharge}, Article 196 of Directive 2006/112/EC; VAT id ${vatId}, ${check}`;
}
