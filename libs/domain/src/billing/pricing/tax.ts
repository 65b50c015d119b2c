import type { VatCheck } from '../vat/vat-check.js';
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
  const reverseCharge = acrossUnion ? reverseChargeNote(supply) : null;
  if (reverseCharge !== null) return { taxBps: 0, taxNote: reverseCharge };
  return { taxBps: rate.bps, taxNote: `standard rate of VAT in ${from} since ${rate.from}` };
}

/** Null where the customer has no VAT id that counts. */
function reverseChargeNote({ customerCountryCode, customerVatId, customerVatCheck }: Supply): string | null {
  const vatId = customerVatId === null ? null : vatIdOf(customerCountryCode, customerVatId);
  if (vatId === null || customerVatCheck?.result === 'invalid') return null;
  const { result, source, checkedAt } = customerVatCheck ?? { result: 'unchecked', source: 'none', checkedAt: '' };
  const check =
    result === 'valid' ? `valid on ${checkedAt.slice(0, 10)} (${source})` : 'not confirmed by a register so far';
  return `reverse charge, Article 196 of Directive 2006/112/EC; VAT id ${vatId}, ${check}`;
}
