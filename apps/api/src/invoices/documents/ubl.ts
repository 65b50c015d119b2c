import { XMLBuilder } from 'fast-xml-parser';
import type { EInvoice, ELine, EParty, ETax } from './e-invoice.js';

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
const urn = 'urn:oasis:names:specification:ubl:schema:xsd';

/** A document of EN 16931 in UBL 2.1 (ISO/IEC 19845), its elements in the order of its schema. */
export function ublOf(document: EInvoice): string {
  const root = document.typeCode === '381' ? 'CreditNote' : 'Invoice';
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    [root]: {
      '@_xmlns': `${urn}:${root}-2`,
      '@_xmlns:cac': `${urn}:CommonAggregateComponents-2`,
      '@_xmlns:cbc': `${urn}:CommonBasicComponents-2`,
      'cbc:CustomizationID': 'urn:cen.eu:en16931:2017',
      'cbc:ID': document.number,
      'cbc:IssueDate': document.issuedOn,
      ...(root === 'Invoice' && document.dueOn !== null && { 'cbc:DueDate': document.dueOn }),
      [`cbc:${root}TypeCode`]: document.typeCode,
      ...(document.note !== '' && { 'cbc:Note': document.note }),
      'cbc:DocumentCurrencyCode': document.currency,
      ...(document.period && {
        'cac:InvoicePeriod': { 'cbc:StartDate': document.period.from, 'cbc:EndDate': document.period.to },
      }),
      ...(document.preceding && {
        'cac:BillingReference': {
          'cac:InvoiceDocumentReference': {
            'cbc:ID': document.preceding.number,
            'cbc:IssueDate': document.preceding.issuedOn,
          },
        },
      }),
      'cac:ContractDocumentReference': { 'cbc:ID': document.contract },
      'cac:AccountingSupplierParty': { 'cac:Party': partyOf(document.seller, true) },
      'cac:AccountingCustomerParty': { 'cac:Party': partyOf(document.buyer, false) },
      ...paymentOf(document),
      'cac:AllowanceCharge': {
        'cbc:ChargeIndicator': 'true',
        'cbc:AllowanceChargeReason': document.chargeName,
        'cbc:Amount': money(document, document.charge),
        'cac:TaxCategory': categoryOf(document.tax),
      },
      'cac:TaxTotal': {
        'cbc:TaxAmount': money(document, document.totals.tax),
        'cac:TaxSubtotal': {
          'cbc:TaxableAmount': money(document, document.totals.net),
          'cbc:TaxAmount': money(document, document.totals.tax),
          'cac:TaxCategory': categoryOf(document.tax, true),
        },
      },
      'cac:LegalMonetaryTotal': {
        'cbc:LineExtensionAmount': money(document, document.totals.lines),
        'cbc:TaxExclusiveAmount': money(document, document.totals.net),
        'cbc:TaxInclusiveAmount': money(document, document.totals.gross),
        'cbc:ChargeTotalAmount': money(document, document.charge),
        'cbc:PayableAmount': money(document, document.totals.gross),
      },
      [`cac:${root}Line`]: document.lines.map((line, index) => lineOf(document, root, line, index)),
    },
  });
}

const money = ({ currency }: EInvoice, amount: string): object => ({ '#text': amount, '@_currencyID': currency });

function partyOf(party: EParty, isSeller: boolean): object {
  const { address } = party;
  const taxes = [
    ...(party.vatId === null ? [] : [taxScheme(party.vatId, 'VAT')]),
    // Who has no VAT id pays taxes under another number.
    ...(isSeller && party.vatId === null && party.registration !== null ? [taxScheme(party.registration, 'TAX')] : []),
  ];
  return {
    'cac:PartyIdentification': { 'cbc:ID': party.id },
    'cac:PostalAddress': {
      ...(address && { 'cbc:StreetName': address.street, 'cbc:CityName': address.city }),
      ...(address?.postalCode && { 'cbc:PostalZone': address.postalCode }),
      ...(address?.region && { 'cbc:CountrySubentity': address.region }),
      'cac:Country': { 'cbc:IdentificationCode': party.countryCode },
    },
    ...(taxes.length > 0 && { 'cac:PartyTaxScheme': taxes }),
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': party.name,
      ...(party.registration !== null && { 'cbc:CompanyID': party.registration }),
    },
  };
}

const taxScheme = (id: string, scheme: 'VAT' | 'TAX'): object => ({
  'cbc:CompanyID': id,
  'cac:TaxScheme': { 'cbc:ID': scheme },
});

/** The payee is named since it isn't the seller; 30 is a transfer. */
function paymentOf({ payment, dueOn, typeCode }: EInvoice): object {
  if (payment === null) return {};
  return {
    'cac:PayeeParty': { 'cac:PartyName': { 'cbc:Name': payment.payee } },
    'cac:PaymentMeans': {
      'cbc:PaymentMeansCode': '30',
      ...(typeCode === '381' && dueOn !== null && { 'cbc:PaymentDueDate': dueOn }),
      'cbc:PaymentID': payment.reference,
      'cac:PayeeFinancialAccount': { 'cbc:ID': payment.iban },
    },
  };
}

const categoryOf = ({ category, percent, exemption }: ETax, withReason = false): object => ({
  'cbc:ID': category,
  ...(percent !== null && { 'cbc:Percent': percent }),
  ...(withReason &&
    exemption && { 'cbc:TaxExemptionReasonCode': exemption.code, 'cbc:TaxExemptionReason': exemption.reason }),
  'cac:TaxScheme': { 'cbc:ID': 'VAT' },
});

function lineOf(document: EInvoice, root: 'Invoice' | 'CreditNote', line: ELine, index: number): object {
  const quantity = root === 'Invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity';
  return {
    'cbc:ID': String(index + 1),
    [quantity]: { '#text': line.quantity, '@_unitCode': line.unitCode },
    'cbc:LineExtensionAmount': money(document, line.amount),
    'cac:Item': { 'cbc:Name': line.name, 'cac:ClassifiedTaxCategory': categoryOf(document.tax) },
    'cac:Price': {
      'cbc:PriceAmount': money(document, line.price),
      'cbc:BaseQuantity': { '#text': line.per, '@_unitCode': line.unitCode },
    },
  };
}
