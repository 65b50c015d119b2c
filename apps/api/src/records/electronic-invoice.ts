import type { ReadDocumentAnswerDto } from '#contracts';
import { DomainError, isCurrency, minorUnitDigits } from '#domain';
import { isOneLine, textFaultIn } from '#text';
import { type XmlElement, XmlReader } from '../xml-reader.js';
import { elementAt, elementsAt, textAt } from './xml-element.js';

type Invoice = ReadDocumentAnswerDto;

const xml = new XmlReader({ mostEntities: 10_000 });

/**
 * Reads an invoice in UBL 2.1 or CII (the two forms of EN 16931), or a Facturae 3.2.
 * @throws DomainError `record.not-an-invoice` with what is wrong
 */
export function readElectronicInvoice(bytes: Uint8Array): Invoice {
  const root = xml.read(decoded(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)), refusal);
  for (const [name, read] of Object.entries(forms)) {
    const [element] = elementsAt(root, name);
    if (element !== undefined) return sound(read(element));
  }
  throw refusal('It is neither UBL, CII nor Facturae.');
}

const forms: Readonly<Record<string, (invoice: XmlElement) => Invoice>> = {
  Invoice: ubl,
  CreditNote: (note) => negative(ubl(note)),
  CrossIndustryInvoice: cii,
  Facturae: facturae,
};

function decoded(bytes: Buffer): string {
  const encoding = /^<\?xml[^>]*encoding=["']([\w.-]+)["']/i.exec(bytes.toString('latin1', 0, 200))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(bytes[0] === 0xff || bytes[0] === 0xfe ? 'utf-16' : encoding, { fatal: true }).decode(bytes);
  } catch {
    throw refusal(`It is not in ${encoding.slice(0, 20)}.`);
  }
}

/** https://docs.oasis-open.org/ubl/UBL-2.1.html, as EN 16931 uses it. */
function ubl(invoice: XmlElement): Invoice {
  const party = (role: string): XmlElement => elementAt(invoice, role, 'Party');
  const currency = textAt(invoice, 'DocumentCurrencyCode');
  const totals = elementAt(invoice, 'LegalMonetaryTotal');
  const rates = elementsAt(invoice, 'TaxTotal')
    .flatMap((total) => elementsAt(total, 'TaxSubtotal'))
    .map((subtotal) => textAt(subtotal, 'TaxCategory', 'Percent'));
  return {
    form: 'ubl',
    datedOn: textAt(invoice, 'IssueDate'),
    documentNumber: textAt(invoice, 'ID'),
    ...partiesOf(party('AccountingSupplierParty'), party('AccountingCustomerParty'), (of) => ({
      name: textAt(of, 'PartyLegalEntity', 'RegistrationName') || textAt(of, 'PartyName', 'Name'),
      vatId: textAt(of, 'PartyTaxScheme', 'CompanyID'),
    })),
    ...amounts(textAt(totals, 'TaxExclusiveAmount'), textAt(totals, 'TaxInclusiveAmount'), currency, rates),
  };
}

/** UN/CEFACT Cross Industry Invoice D16B, as EN 16931 uses it. */
function cii(invoice: XmlElement): Invoice {
  const trade = elementAt(invoice, 'SupplyChainTradeTransaction');
  const agreement = elementAt(trade, 'ApplicableHeaderTradeAgreement');
  const settlement = elementAt(trade, 'ApplicableHeaderTradeSettlement');
  const totals = elementAt(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation');
  const document = elementAt(invoice, 'ExchangedDocument');
  const [, year = '', month = '', day = ''] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(textAt(document, 'IssueDateTime', 'DateTimeString')) ?? [];
  const read: Invoice = {
    form: 'cii',
    datedOn: `${year}-${month}-${day}`,
    documentNumber: textAt(document, 'ID'),
    ...partiesOf(elementAt(agreement, 'SellerTradeParty'), elementAt(agreement, 'BuyerTradeParty'), (of) => ({
      name: textAt(of, 'Name'),
      vatId: vatIdOf(elementsAt(of, 'SpecifiedTaxRegistration')),
    })),
    ...amounts(
      textAt(totals, 'TaxBasisTotalAmount'),
      textAt(totals, 'GrandTotalAmount'),
      textAt(settlement, 'InvoiceCurrencyCode'),
      elementsAt(settlement, 'ApplicableTradeTax').map((tax) => textAt(tax, 'RateApplicablePercent')),
    ),
  };
  return textAt(document, 'TypeCode') === '381' ? negative(read) : read;
}

const vatIdOf = (registrations: readonly XmlElement[]): string =>
  (registrations.map((registration) => elementAt(registration, 'ID')).find((id) => id['@_schemeID'] === 'VA')?.[
    '#text'
  ] as string | undefined) ?? '';

/** https://www.facturae.gob.es, version 3.2.2; the first invoice of a batch. */
function facturae(batch: XmlElement): Invoice {
  const [invoice] = elementsAt(elementAt(batch, 'Invoices'), 'Invoice');
  if (invoice === undefined) throw refusal('It has no invoice.');
  const totals = elementAt(invoice, 'InvoiceTotals');
  const header = elementAt(invoice, 'InvoiceHeader');
  const taxes = elementsAt(elementAt(invoice, 'TaxesOutputs'), 'Tax');
  const parties = elementAt(batch, 'Parties');
  const withheld = minorOf(
    textAt(totals, 'TotalTaxesWithheld') || '0',
    textAt(invoice, 'InvoiceIssueData', 'InvoiceCurrencyCode'),
  );
  const read: Invoice = {
    form: 'facturae',
    datedOn: textAt(invoice, 'InvoiceIssueData', 'IssueDate'),
    documentNumber: [textAt(header, 'InvoiceSeriesCode'), textAt(header, 'InvoiceNumber')].filter(Boolean).join('-'),
    ...partiesOf(elementAt(parties, 'SellerParty'), elementAt(parties, 'BuyerParty'), (of) => ({
      name:
        textAt(of, 'LegalEntity', 'CorporateName') ||
        ['Name', 'FirstSurname', 'SecondSurname']
          .map((part) => textAt(of, 'Individual', part))
          .filter(Boolean)
          .join(' '),
      vatId: textAt(of, 'TaxIdentification', 'TaxIdentificationNumber'),
    })),
    ...amounts(
      textAt(totals, 'TotalGrossAmountBeforeTaxes'),
      textAt(totals, 'InvoiceTotal'),
      textAt(invoice, 'InvoiceIssueData', 'InvoiceCurrencyCode'),
      taxes.map((tax) => textAt(tax, 'TaxRate')),
    ),
  };
  // What is to be paid there is without the income tax that whoever pays keeps back.
  const { totalMinor, vatMinor } = read;
  return { ...read, withheldMinor: withheld, vatMinor: vatMinor + withheld, totalMinor: totalMinor + withheld };
}

function partiesOf(seller: XmlElement, buyer: XmlElement, read: (of: XmlElement) => { name: string; vatId: string }) {
  const [sold, bought] = [read(seller), read(buyer)];
  const orNull = (text: string): string | null => (text === '' ? null : text.slice(0, 200));
  return {
    supplier: orNull(sold.name),
    supplierVatId: orNull(sold.vatId),
    customer: orNull(bought.name),
    customerVatId: orNull(bought.vatId),
  };
}

function amounts(net: string, total: string, currency: string, rates: readonly string[]) {
  const [netMinor, totalMinor] = [minorOf(net, currency), minorOf(total, currency)];
  const known = [...new Set(rates.map(bpsOf))];
  const [vatRateBps = null] = known;
  return {
    currency,
    netMinor,
    totalMinor,
    vatMinor: totalMinor - netMinor,
    withheldMinor: 0,
    vatRateBps: known.length === 1 ? vatRateBps : null,
  };
}

const negative = (invoice: Invoice): Invoice => ({
  ...invoice,
  netMinor: 0 - invoice.netMinor,
  vatMinor: 0 - invoice.vatMinor,
  totalMinor: 0 - invoice.totalMinor,
});

/** Digits of an amount beyond those of its currency have to be noughts. */
function minorOf(amount: string, currency: string): number {
  if (!isCurrency(currency)) throw refusal(`"${currency.slice(0, 10)}" is no currency that is taken.`);
  const digits = minorUnitDigits[currency];
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d{1,12})(?:\.(\d{1,8}))?$/.exec(amount) ?? [];
  const kept = fraction.replace(/0+$/, '');
  if (whole === '' || kept.length > digits) throw refusal(`"${amount.slice(0, 30)}" is no amount of ${currency}.`);
  const minor = Number(`${whole}${kept.padEnd(digits, '0')}`);
  return sign === '-' ? 0 - minor : minor;
}

const bpsOf = (percent: string): number | null =>
  /^\d{1,3}(\.\d{1,4})?$/.test(percent) ? Math.round(Number(percent) * 100) : null;

/** What it says has to be what an entry can hold. */
function sound(invoice: Invoice): Invoice {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(invoice.datedOn)) throw refusal('It has no date.');
  if (invoice.documentNumber === '' || invoice.documentNumber.length > 60) throw refusal('It has no number.');
  const texts = [
    invoice.documentNumber,
    invoice.supplier,
    invoice.customer,
    invoice.supplierVatId,
    invoice.customerVatId,
  ];
  const isGood = texts.every((text) => text === null || (isOneLine(text) && textFaultIn(text) === null));
  if (!isGood) throw refusal('It holds characters that nobody sees.');
  return invoice;
}

const refusal = (detail: string): DomainError => new DomainError('record.not-an-invoice', { at: ['fileId'], detail });
