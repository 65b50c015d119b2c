import {
  add,
  type CreditNote,
  type Currency,
  decimalText,
  demand,
  type Invoice,
  type LegalParty,
  minorUnitDigits,
  type Money,
  type CatalogueLanguage,
  taxCategoryOf,
  type TaxCategory,
  taxReasonOf,
  type TaxFacts,
} from '#domain';
import { invoiceWords, taxNoteOf } from './invoice-words.js';

/** A document in the terms of EN 16931, whichever syntax it is written in. Amounts are decimals. */
export interface EInvoice {
  /** UNTDID 1001: 380 an invoice, 389 one that the customer wrote, 381 a credit note. */
  readonly typeCode: '380' | '381' | '389';
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string | null;
  readonly currency: Currency;
  readonly note: string;
  readonly contract: string;
  readonly seller: EParty;
  readonly buyer: EParty;
  readonly period: { readonly from: string; readonly to: string } | null;
  /** The invoice that a credit note corrects. */
  readonly preceding: { readonly number: string; readonly issuedOn: string } | null;
  readonly payment: EPayment | null;
  readonly lines: readonly ELine[];
  /** The marketplace's commission, on top of the lines, and what it is called. */
  readonly charge: string;
  readonly chargeName: string;
  readonly tax: ETax;
  readonly totals: { readonly lines: string; readonly net: string; readonly tax: string; readonly gross: string };
}

export interface EParty {
  readonly id: string;
  readonly name: string;
  readonly vatId: string | null;
  readonly registration: string | null;
  readonly countryCode: string;
  readonly address: LegalParty['address'];
}

export interface EPayment {
  /** Whose account it is: the marketplace's, which passes on what belongs to the seller. */
  readonly payee: string;
  readonly iban: string;
  readonly reference: string;
}

export interface ELine {
  readonly name: string;
  readonly quantity: string;
  /** UN/ECE recommendation 20: C62 for pieces, MIN for minutes. */
  readonly unitCode: 'C62' | 'MIN';
  readonly price: string;
  /** For how many units the price is. */
  readonly per: string;
  readonly amount: string;
}

export interface ETax {
  /** UNCL 5305. */
  readonly category: 'S' | 'AE' | 'O';
  /** Null outside of the scope of VAT, which has no rate. */
  readonly percent: string | null;
  readonly exemption: { readonly reason: string; readonly code: string } | null;
}

const categories: Readonly<Record<TaxCategory, Pick<ETax, 'category'> & { readonly exemptionCode: string | null }>> = {
  standard: { category: 'S', exemptionCode: null },
  'reverse-charge': { category: 'AE', exemptionCode: 'VATEX-EU-AE' },
  'outside-scope': { category: 'O', exemptionCode: 'VATEX-EU-O' },
};

/** What both kinds of documents say of their parties and their tax. */
type Taxed = TaxFacts & Pick<Invoice, 'parties' | 'subtotal'>;

/**
 * Why a document can't be one of EN 16931, or null: it doesn't say who the parties are, its seller has no number under which it
 * pays VAT (BR-S-02, BR-AE-02), or its currency has more decimals than the standard (BR-DEC).
 */
export function notInStandard(of: Taxed): 'parties' | 'seller' | 'currency' | null {
  if (of.parties === null) return 'parties';
  if (minorUnitDigits[of.subtotal.currency] > 2) return 'currency';
  const { vatId, registrationNumber } = of.parties.agency;
  const buyer = of.parties.business;
  const category = taxCategoryOf(of);
  if (category !== 'outside-scope' && vatId === null && registrationNumber === null) return 'seller';
  const reversed = category === 'reverse-charge' && buyer.vatId === null && buyer.registrationNumber === null;
  return reversed ? 'parties' : null;
}

/** @throws DomainError `invoice.not-in-standard` */
export function eInvoiceOf(invoice: Invoice, payment: EPayment | null, language: CatalogueLanguage): EInvoice {
  const { lateCancellation } = invoiceWords[language];
  const work: ELine[] = [
    ...invoice.lines.map((line) => lineOf(line.description, line.quantity, 'C62', line.unitPrice, line.amount)),
    ...invoice.hours.map(({ description, pack, minutes, hourlyRate, amount }) =>
      lineOf(
        pack ? `${description} (${pack.periodFrom}/${pack.periodTo})` : description,
        minutes,
        'MIN',
        hourlyRate,
        amount,
      ),
    ),
    ...invoice.lateFees.map((fee) => lineOf(lateCancellation, 1, 'C62', fee.amount, fee.amount)),
  ];
  return {
    ...commonOf(invoice, language),
    typeCode: invoice.selfBilled ? '389' : '380',
    dueOn: invoice.dueOn,
    period: { from: invoice.periodFrom, to: invoice.periodTo },
    preceding: null,
    payment,
    lines: work,
  };
}

/** @throws DomainError `invoice.not-in-standard` */
export function eCreditNoteOf(creditNote: CreditNote, language: CatalogueLanguage): EInvoice {
  return {
    ...commonOf(creditNote, language),
    typeCode: '381',
    dueOn: null,
    period: null,
    preceding: { number: creditNote.invoiceNumber, issuedOn: creditNote.invoiceIssuedOn },
    payment: null,
    lines: [lineOf(creditNote.reason, 1, 'C62', creditNote.subtotal, creditNote.subtotal)],
  };
}

function commonOf(of: Invoice | CreditNote, language: CatalogueLanguage) {
  const lack = notInStandard(of);
  demand(of.parties !== null && lack === null, 'invoice.not-in-standard', { lack });
  const { agency, business } = of.parties;
  const reason = taxReasonOf(of);
  const words = invoiceWords[language];
  const { category: code, exemptionCode } = categories[reason.category];
  const exemption = exemptionCode === null ? null : { reason: words.untaxed[reason.category], code: exemptionCode };
  const { subtotal, commission, tax, total } = of;
  return {
    number: of.number,
    issuedOn: of.issuedOn,
    currency: subtotal.currency,
    note: taxNoteOf(reason, words),
    contract: of.agreementId,
    seller: partyOf(agency, reason.category),
    buyer: partyOf(business, reason.category),
    charge: decimalText(commission),
    chargeName: words.commission,
    tax: { category: code, percent: reason.category === 'outside-scope' ? null : percentOf(of.taxBps), exemption },
    totals: {
      lines: decimalText(subtotal),
      net: decimalText(add(subtotal, commission)),
      tax: decimalText(tax),
      gross: decimalText(total),
    },
  };
}

/** Outside of the scope of VAT a document names no VAT ids (BR-O-02): they stand as other registrations there. */
function partyOf(party: LegalParty, category: TaxCategory): EParty {
  const { organisationId, legalName, vatId, registrationNumber, countryCode, address } = party;
  const named = category === 'outside-scope' ? null : vatId;
  const registration = registrationNumber ?? (named === null ? vatId : null);
  return { id: organisationId, name: legalName, vatId: named, registration, countryCode, address };
}

const lineOf = (name: string, count: number, unitCode: ELine['unitCode'], price: Money, amount: Money): ELine => ({
  name: name.trim() === '' ? '-' : name,
  quantity: String(count),
  unitCode,
  price: decimalText(price),
  per: unitCode === 'MIN' ? '60' : '1',
  amount: decimalText(amount),
});

/** 2100 basis points are `21`, 525 are `5.25`. */
const percentOf = (bps: number): string => String(bps / 100);
