import { XMLBuilder } from 'fast-xml-parser';
import type { EInvoice, ELine, EParty, ETax } from './e-invoice.js';

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
const urn = 'urn:un:unece:uncefact:data';

/** A document of EN 16931 in UN/CEFACT's Cross Industry Invoice (D16B), as Factur-X embeds it; elements in the order of its schema. */
export function ciiOf(document: EInvoice): string {
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    'rsm:CrossIndustryInvoice': {
      '@_xmlns:rsm': `${urn}:standard:CrossIndustryInvoice:100`,
      '@_xmlns:ram': `${urn}:standard:ReusableAggregateBusinessInformationEntity:100`,
      '@_xmlns:udt': `${urn}:standard:UnqualifiedDataType:100`,
      '@_xmlns:qdt': `${urn}:standard:QualifiedDataType:100`,
      'rsm:ExchangedDocumentContext': {
        'ram:GuidelineSpecifiedDocumentContextParameter': { 'ram:ID': 'urn:cen.eu:en16931:2017' },
      },
      'rsm:ExchangedDocument': {
        'ram:ID': document.number,
        'ram:TypeCode': document.typeCode,
        'ram:IssueDateTime': dateTime(document.issuedOn),
        ...(document.note !== '' && { 'ram:IncludedNote': { 'ram:Content': document.note } }),
      },
      'rsm:SupplyChainTradeTransaction': {
        'ram:IncludedSupplyChainTradeLineItem': document.lines.map((line, index) => lineOf(document.tax, line, index)),
        'ram:ApplicableHeaderTradeAgreement': {
          'ram:SellerTradeParty': partyOf(document.seller, true),
          'ram:BuyerTradeParty': partyOf(document.buyer, false),
          'ram:ContractReferencedDocument': { 'ram:IssuerAssignedID': document.contract },
        },
        'ram:ApplicableHeaderTradeDelivery': '',
        'ram:ApplicableHeaderTradeSettlement': settlementOf(document),
      },
    },
  });
}

/** 102 is the form without dashes. */
const dateTime = (date: string): object => ({
  'udt:DateTimeString': { '#text': date.replaceAll('-', ''), '@_format': '102' },
});

function partyOf(party: EParty, isSeller: boolean): object {
  const { address } = party;
  const registration = party.vatId === null && isSeller ? party.registration : null;
  const taxes = [
    ...(party.vatId === null ? [] : [{ 'ram:ID': { '#text': party.vatId, '@_schemeID': 'VA' } }]),
    // Who has no VAT id pays taxes under another number.
    ...(registration === null ? [] : [{ 'ram:ID': { '#text': registration, '@_schemeID': 'FC' } }]),
  ];
  return {
    'ram:ID': party.id,
    'ram:Name': party.name,
    ...(party.registration !== null && { 'ram:SpecifiedLegalOrganization': { 'ram:ID': party.registration } }),
    'ram:PostalTradeAddress': {
      ...(address?.postalCode && { 'ram:PostcodeCode': address.postalCode }),
      ...(address && { 'ram:LineOne': address.street, 'ram:CityName': address.city }),
      'ram:CountryID': party.countryCode,
      ...(address?.region && { 'ram:CountrySubDivisionName': address.region }),
    },
    ...(taxes.length > 0 && { 'ram:SpecifiedTaxRegistration': taxes }),
  };
}

const taxOf = ({ category, percent }: ETax): object => ({
  'ram:TypeCode': 'VAT',
  'ram:CategoryCode': category,
  ...(percent !== null && { 'ram:RateApplicablePercent': percent }),
});

const lineOf = (tax: ETax, line: ELine, index: number): object => ({
  'ram:AssociatedDocumentLineDocument': { 'ram:LineID': String(index + 1) },
  'ram:SpecifiedTradeProduct': { 'ram:Name': line.name },
  'ram:SpecifiedLineTradeAgreement': {
    'ram:NetPriceProductTradePrice': {
      'ram:ChargeAmount': line.price,
      'ram:BasisQuantity': { '#text': line.per, '@_unitCode': line.unitCode },
    },
  },
  'ram:SpecifiedLineTradeDelivery': {
    'ram:BilledQuantity': { '#text': line.quantity, '@_unitCode': line.unitCode },
  },
  'ram:SpecifiedLineTradeSettlement': {
    'ram:ApplicableTradeTax': taxOf(tax),
    'ram:SpecifiedTradeSettlementLineMonetarySummation': { 'ram:LineTotalAmount': line.amount },
  },
});

function settlementOf(document: EInvoice): object {
  const { payment, tax, totals, period, preceding, dueOn } = document;
  return {
    ...(payment && { 'ram:PaymentReference': payment.reference }),
    'ram:InvoiceCurrencyCode': document.currency,
    // The payee is named since it isn't the seller; 30 is a transfer.
    ...(payment && {
      'ram:PayeeTradeParty': { 'ram:Name': payment.payee },
      'ram:SpecifiedTradeSettlementPaymentMeans': {
        'ram:TypeCode': '30',
        'ram:PayeePartyCreditorFinancialAccount': { 'ram:IBANID': payment.iban },
      },
    }),
    'ram:ApplicableTradeTax': {
      'ram:CalculatedAmount': totals.tax,
      'ram:TypeCode': 'VAT',
      ...(tax.exemption && { 'ram:ExemptionReason': tax.exemption.reason }),
      'ram:BasisAmount': totals.net,
      'ram:CategoryCode': tax.category,
      ...(tax.exemption && { 'ram:ExemptionReasonCode': tax.exemption.code }),
      ...(tax.percent !== null && { 'ram:RateApplicablePercent': tax.percent }),
    },
    ...(period && {
      'ram:BillingSpecifiedPeriod': {
        'ram:StartDateTime': dateTime(period.from),
        'ram:EndDateTime': dateTime(period.to),
      },
    }),
    'ram:SpecifiedTradeAllowanceCharge': {
      'ram:ChargeIndicator': { 'udt:Indicator': 'true' },
      'ram:ActualAmount': document.charge,
      'ram:Reason': document.chargeName,
      'ram:CategoryTradeTax': taxOf(tax),
    },
    ...(dueOn !== null && { 'ram:SpecifiedTradePaymentTerms': { 'ram:DueDateDateTime': dateTime(dueOn) } }),
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation': {
      'ram:LineTotalAmount': totals.lines,
      'ram:ChargeTotalAmount': document.charge,
      'ram:TaxBasisTotalAmount': totals.net,
      'ram:TaxTotalAmount': { '#text': totals.tax, '@_currencyID': document.currency },
      'ram:GrandTotalAmount': totals.gross,
      'ram:DuePayableAmount': totals.gross,
    },
    ...(preceding && {
      'ram:InvoiceReferencedDocument': {
        'ram:IssuerAssignedID': preceding.number,
        'ram:FormattedIssueDateTime': {
          'qdt:DateTimeString': { '#text': preceding.issuedOn.replaceAll('-', ''), '@_format': '102' },
        },
      },
    }),
  };
}
