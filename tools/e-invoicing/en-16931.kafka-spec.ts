import type { CreditNote, CreditNoteId, HourPackId, Invoice, InvoiceId, LegalParties, Money } from '#domain';
import { decideCreditNote, moneyOf, sum, taxOn } from '#domain';
import { ciiOf } from '../../apps/api/src/invoices/documents/cii.js';
import { type EInvoice, eCreditNoteOf, eInvoiceOf } from '../../apps/api/src/invoices/documents/e-invoice.js';
import { ublOf } from '../../apps/api/src/invoices/documents/ubl.js';
import { brokenRules } from './official-rules.js';

// It stands with the suites that need a broker since these are those that have Java and Maven.

const euros = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' });
const parties = {
  agency: {
    organisationId: '018f3c1e-0000-7000-8000-000000000001',
    legalName: 'Mans Amigues, S.L. & Fills',
    registrationNumber: 'B-123456',
    vatId: 'ESB12345674',
    countryCode: 'ES',
    address: { street: 'Carrer Major 1', postalCode: '08001', city: 'Barcelona', region: 'Catalunya' },
  },
  business: {
    organisationId: '018f3c1e-0000-7000-8000-000000000002',
    legalName: 'Łukasz <i fills>',
    registrationNumber: null,
    vatId: 'PT501964843',
    countryCode: 'PT',
    address: null,
  },
} as unknown as LegalParties;

function invoiceOf(changes: Partial<Invoice> = {}, tax = { taxBps: 2_100, taxNote: 'standard rate' }): Invoice {
  const work = {
    lines: [
      {
        lineId: 'inbox',
        description: 'Inbox kept clear',
        unit: 'day',
        quantity: 20,
        unitPrice: euros(1_250),
        amount: euros(25_000),
        dutyRunIds: [],
      },
    ],
    // A third of an hour at a price that doesn't divide by it.
    hours: [
      {
        lineId: 'calls',
        description: 'Calls',
        minutes: 20,
        hourlyRate: euros(1_850),
        amount: euros(616),
        timeEntryIds: [],
      },
    ],
    lateFees: [{ bookingId: 'b' as never, incurredAt: '2026-03-05T10:00:00.000Z', amount: euros(925) }],
    ...changes,
  };
  const amounts = [...work.lines, ...work.hours, ...work.lateFees].map(({ amount }) => amount);
  const { currency } = amounts[0]!;
  const subtotal = sum(amounts, currency);
  const commission = moneyOf(BigInt(Math.round(subtotal.amountMinor * 0.12)), currency);
  const owed = moneyOf(taxOn(BigInt(subtotal.amountMinor + commission.amountMinor), tax), currency);
  return {
    invoiceId: 'invoice' as InvoiceId,
    number: '2026-0001',
    agreementId: '018f3c1e-0000-7000-8000-000000000003' as never,
    agencyId: parties.agency.organisationId,
    businessId: parties.business.organisationId,
    parties,
    periodFrom: '2026-03-01',
    periodTo: '2026-03-31',
    subtotal,
    commissionBps: 1_200,
    commission,
    ...tax,
    tax: owed,
    total: sum([subtotal, commission, owed], currency),
    issuedOn: '2026-04-01',
    dueOn: '2026-04-15',
    issuedAt: '2026-04-01T08:00:00.000Z',
    ...work,
  };
}

function withoutCommission(): Invoice {
  const { subtotal, taxBps, taxNote, ...invoice } = invoiceOf();
  const tax = moneyOf(taxOn(BigInt(subtotal.amountMinor), { taxBps, taxNote }), 'EUR');
  const total = sum([subtotal, tax], 'EUR');
  return { ...invoice, subtotal, commissionBps: 0, commission: euros(0), taxBps, taxNote, tax, total };
}

const payment = { payee: 'Ajudant Marketplace', iban: 'ES9121000418450200051332', reference: 'RF18539007547034' };
const reversed = { taxBps: 0, taxNote: 'reverse charge, Article 196 of Directive 2006/112/EC' };
const outside = { taxBps: 0, taxNote: 'outside the scope of VAT' };
const oneSole = { ...parties, agency: { ...parties.agency, vatId: null } } as LegalParties;
const inYen = (amountMinor: number): Money => ({ amountMinor, currency: 'JPY' });
const yen = invoiceOf({
  lines: [{ ...invoiceOf().lines[0]!, unitPrice: inYen(1_501), amount: inYen(30_020) }],
  hours: [],
  lateFees: [],
});
const issued = invoiceOf();
/** @param amount null for all of it */
function creditOf(invoice: Invoice, amount: Money | null): CreditNote {
  const [fact] = decideCreditNote({
    type: 'issueCreditNote',
    creditNoteId: 'note' as CreditNoteId,
    number: 'R2026-0001',
    invoice,
    before: [],
    amount,
    reason: 'Two days were counted twice',
    issuedOn: '2026-04-02',
    now: '2026-04-02T08:00:00.000Z',
  });
  return fact!.creditNote;
}
const [oneLine] = issued.lines;
const [calls] = issued.hours;
// Prices of before and after a change order, and hours of two rates that leave thirds of a cent.
const severalPrices = invoiceOf({
  lines: [oneLine!, { ...oneLine!, quantity: 3, unitPrice: euros(1_333), amount: euros(3_999) }],
  hours: [calls!, { ...calls!, minutes: 50, hourlyRate: euros(1_999), amount: euros(1_665) }],
});
const packed = invoiceOf({
  lines: [],
  hours: [
    {
      ...calls!,
      minutes: 600,
      amount: euros(18_500),
      pack: { hourPackId: 'pack' as HourPackId, periodFrom: '2026-03-01', periodTo: '2026-03-31' },
    },
  ],
  lateFees: [],
});
const onlyFees = invoiceOf({
  lines: [],
  hours: [],
  lateFees: [925, 1].map((fee) => ({ ...issued.lateFees[0]!, amount: euros(fee) })),
});
const selfBilled = invoiceOf({ selfBilled: true });

const documents: Readonly<Record<string, EInvoice>> = {
  standard: eInvoiceOf(issued, payment, 'en'),
  'without-account': eInvoiceOf(issued, null, 'en'),
  'reverse-charge': eInvoiceOf(invoiceOf({}, reversed), payment, 'es'),
  'outside-scope': eInvoiceOf(invoiceOf({}, outside), payment, 'ca'),
  'without-vat-id': eInvoiceOf(invoiceOf({ parties: oneSole }), payment, 'en'),
  yen: eInvoiceOf(yen, payment, 'en'),
  'self-billed': eInvoiceOf(selfBilled, payment, 'es'),
  'self-billed-reverse-charge': eInvoiceOf(invoiceOf({ selfBilled: true }, reversed), payment, 'ca'),
  'hour-pack': eInvoiceOf(packed, payment, 'ca'),
  'late-fees-alone': eInvoiceOf(onlyFees, payment, 'es'),
  'several-prices': eInvoiceOf(severalPrices, payment, 'en'),
  'without-commission': eInvoiceOf(withoutCommission(), payment, 'en'),
  'a-rate-with-decimals': eInvoiceOf(invoiceOf({}, { taxBps: 525, taxNote: 'standard rate' }), payment, 'en'),
  'credit-note': eCreditNoteOf(creditOf(issued, euros(1_001)), 'ca'),
  'credit-note-of-all': eCreditNoteOf(creditOf(issued, null), 'en'),
  'credit-note-of-a-cent': eCreditNoteOf(creditOf(issued, euros(1)), 'es'),
  'credit-note-reverse-charge': eCreditNoteOf(creditOf(invoiceOf({}, reversed), euros(1_001)), 'en'),
  'credit-note-outside-scope': eCreditNoteOf(creditOf(invoiceOf({}, outside), null), 'es'),
  'credit-note-self-billed': eCreditNoteOf(creditOf(selfBilled, null), 'ca'),
  'credit-note-yen': eCreditNoteOf(creditOf(yen, inYen(7)), 'en'),
};
const none = Object.fromEntries(Object.keys(documents).map((name) => [name, []]));
const written = (write: (document: EInvoice) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(documents).map(([name, document]) => [name, write(document)]));

describe('documents by EN 16931', () => {
  it('keep the official rules in UBL', async () => {
    expect(await brokenRules('ubl', written(ublOf))).toEqual(none);
  });

  it('keep the official rules in CII', async () => {
    expect(await brokenRules('cii', written(ciiOf))).toEqual(none);
  });

  it('are found out where they break them', async () => {
    const wrong = { ...documents['standard']!, totals: { ...documents['standard']!.totals, gross: '1.00' } };
    const broken = await brokenRules('ubl', { wrong: ublOf(wrong) });
    expect(broken['wrong']!.join()).toContain('BR-CO-15');
  });
});
