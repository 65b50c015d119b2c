import { DomainError } from '#domain';
import { anyCharacter } from '#text/testing';
import * as fc from 'fast-check';
import { readElectronicInvoice } from './electronic-invoice.js';

const read = (text: string) => readElectronicInvoice(Buffer.from(text));
const refusal = (bytes: Buffer): string => {
  try {
    readElectronicInvoice(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

const ubl = `<?xml version="1.0" encoding="UTF-8"?>
<ubl:Invoice xmlns:ubl="u" xmlns:cbc="b" xmlns:cac="a"><cbc:ID>F-2026/7</cbc:ID><cbc:IssueDate>2026-03-04</cbc:IssueDate>
<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty><cac:Party><cac:PartyTaxScheme><cbc:CompanyID>ESB12345678</cbc:CompanyID></cac:PartyTaxScheme>
<cac:PartyLegalEntity><cbc:RegistrationName>Farines Roca &amp; Fills SL</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>Forn Mas</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>
<cac:TaxTotal><cac:TaxSubtotal><cac:TaxCategory><cbc:Percent>21.00</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal>
<cac:TaxSubtotal><cac:TaxCategory><cbc:Percent>10</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">200</cbc:TaxExclusiveAmount>
<cbc:TaxInclusiveAmount currencyID="EUR">231.50</cbc:TaxInclusiveAmount></cac:LegalMonetaryTotal></ubl:Invoice>`;
const cii = `<rsm:CrossIndustryInvoice xmlns:rsm="r" xmlns:ram="m" xmlns:udt="t"><rsm:ExchangedDocument><ram:ID>471</ram:ID>
<ram:TypeCode>381</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20260305</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>Lieferant GmbH</ram:Name>
<ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">201/113/40209</ram:ID></ram:SpecifiedTaxRegistration>
<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE123456789</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty>
<ram:BuyerTradeParty><ram:Name>Kunden AG</ram:Name></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:ApplicableTradeTax><ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:ApplicableTradeTax>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:TaxBasisTotalAmount>100.00</ram:TaxBasisTotalAmount>
<ram:GrandTotalAmount>119.00</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;
const facturae = `<?xml version="1.0" encoding="ISO-8859-1"?><fe:Facturae xmlns:fe="f"><Parties>
<SellerParty><TaxIdentification><TaxIdentificationNumber>12345678Z</TaxIdentificationNumber></TaxIdentification>
<Individual><Name>Núria</Name><FirstSurname>Pi</FirstSurname></Individual></SellerParty>
<BuyerParty><LegalEntity><CorporateName>Forn Mas SL</CorporateName></LegalEntity></BuyerParty></Parties>
<Invoices><Invoice><InvoiceHeader><InvoiceNumber>12</InvoiceNumber><InvoiceSeriesCode>A</InvoiceSeriesCode></InvoiceHeader>
<InvoiceIssueData><IssueDate>2026-02-01</IssueDate><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode></InvoiceIssueData>
<TaxesOutputs><Tax><TaxRate>21.00</TaxRate></Tax></TaxesOutputs>
<InvoiceTotals><TotalGrossAmountBeforeTaxes>50.00</TotalGrossAmountBeforeTaxes><InvoiceTotal>60.50</InvoiceTotal></InvoiceTotals>
</Invoice></Invoices></fe:Facturae>`;

describe('an electronic invoice', () => {
  it('in UBL says who sold what to whom, and no rate where there are several', () => {
    expect(read(ubl)).toEqual({
      form: 'ubl',
      datedOn: '2026-03-04',
      documentNumber: 'F-2026/7',
      supplier: 'Farines Roca & Fills SL',
      supplierVatId: 'ESB12345678',
      customer: 'Forn Mas',
      customerVatId: null,
      currency: 'EUR',
      netMinor: 20_000,
      totalMinor: 23_150,
      vatMinor: 3_150,
      withheldMinor: 0,
      vatRateBps: null,
    });
  });

  it('in CII is read by its own names, and a credit note takes back', () => {
    expect(read(cii)).toMatchObject({
      form: 'cii',
      datedOn: '2026-03-05',
      supplier: 'Lieferant GmbH',
      supplierVatId: 'DE123456789',
      netMinor: -10_000,
      totalMinor: -11_900,
      vatRateBps: 1_900,
    });
  });

  it('as Facturae is read in the letters in which it is written', () => {
    expect(readElectronicInvoice(Buffer.from(facturae, 'latin1'))).toMatchObject({
      form: 'facturae',
      documentNumber: 'A-12',
      supplier: 'Núria Pi',
      supplierVatId: '12345678Z',
      totalMinor: 6_050,
    });
  });

  it('as Facturae says what whoever pays keeps back of it, which is no tax that was charged', () => {
    const rent = facturae
      .replace('<InvoiceTotal>60.50', '<TotalTaxesWithheld>9.50</TotalTaxesWithheld><InvoiceTotal>51.00')
      .replace('</TaxesOutputs>', '</TaxesOutputs><TaxesWithheld><Tax><TaxRate>19.00</TaxRate></Tax></TaxesWithheld>');
    expect(readElectronicInvoice(Buffer.from(rent, 'latin1'))).toMatchObject({
      netMinor: 5_000,
      vatMinor: 1_050,
      totalMinor: 6_050,
      withheldMinor: 950,
      vatRateBps: 2_100,
    });
  });

  it.each([
    ['declares a document type', '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><Invoice/>'],
    ['is not well-formed', '<Invoice><ID></Invoice>'],
    ['is something else', '<html/>'],
    ['lacks a date', ubl.replace('2026-03-04', 'soon')],
    ['has an amount of more digits', ubl.replace('231.50', '231.505')],
    ['is in an unknown currency', ubl.replace('>EUR<', '>XXX<')],
    ['is in letters that nobody knows', facturae.replace('ISO-8859-1', 'klingon')],
  ])('that %s is refused', (_what, text) => {
    expect(refusal(Buffer.from(text))).toBe('record.not-an-invoice');
  });

  it('is read or refused, whatever its bytes', () => {
    const places = fc.integer({ min: 0, max: ubl.length });
    fc.assert(
      fc.property(places, places, fc.string({ unit: anyCharacter }), (from, to, put) => {
        const text = ubl.slice(0, Math.min(from, to)) + put + ubl.slice(Math.max(from, to));
        expect(['read', 'record.not-an-invoice']).toContain(refusal(Buffer.from(text)));
      }),
    );
  });
});
