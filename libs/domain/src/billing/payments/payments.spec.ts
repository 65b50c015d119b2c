import * as fc from 'fast-check';
import type { BusinessId } from '../../ids.js';
import type { Money } from '../money/money.js';
import { creditorReference, creditorReferencesIn, isCreditorReference } from './creditor-reference.js';
import { type BankCredit, matchReceipt, type PayableInvoice, receiptSuggester } from './match-receipt.js';
import { invoicesToSettle, type OpenInvoice } from './settle-invoices.js';

const eur = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' });

describe('the reference on a transfer', () => {
  const own = fc.stringMatching(/^[0-9A-Z]{1,21}$/);

  it('has the check digits of ISO 11649', () => {
    // The standard's own example.
    expect(creditorReference('539007547034')).toBe('RF18539007547034');
    expect(isCreditorReference('RF19539007547034')).toBe(false);
    expect(() => creditorReference('é')).toThrow(RangeError);
  });

  it('is found in what people write, in groups, small letters, and among other words', () => {
    fc.assert(
      fc.property(own, (text) => {
        const reference = creditorReference(text);
        const grouped = (reference.match(/.{1,4}/g) ?? []).join(' ');
        for (const written of [
          reference,
          grouped,
          grouped.toLowerCase(),
          `Invoice 12, ${grouped}.`,
          `(${reference})`,
        ]) {
          expect(creditorReferencesIn(written)).toContain(reference);
        }
      }),
    );
  });

  it('shows that one digit was mistyped', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,21}$/), fc.nat(), fc.constantFrom(...'0123456789'), (text, at, other) => {
        const reference = creditorReference(text);
        const place = 2 + (at % (reference.length - 2));
        const mistyped = reference.slice(0, place) + other + reference.slice(place + 1);
        expect(isCreditorReference(mistyped)).toBe(mistyped === reference);
      }),
    );
  });
});

describe('prepaid money', () => {
  const open: OpenInvoice[] = [
    { invoiceId: 'b', total: eur(300), issuedAt: '2026-03-01T08:00:00.000Z' },
    { invoiceId: 'a', total: eur(500), issuedAt: '2026-02-01T08:00:00.000Z' },
    { invoiceId: 'c', total: eur(100), issuedAt: '2026-04-01T08:00:00.000Z' },
  ];
  const settled = (prepaid: number, ...named: string[]) =>
    invoicesToSettle(eur(prepaid), open, new Set(named)).map(({ invoiceId }) => invoiceId);

  it('pays the invoice that was named, and then the oldest', () => {
    expect(settled(800)).toEqual(['a', 'b']);
    expect(settled(300, 'b')).toEqual(['b']);
    expect(settled(899, 'c')).toEqual(['c', 'a']);
  });

  it('pays an invoice whole or not yet, and passes over none that is older', () => {
    expect(settled(499)).toEqual([]);
    expect(settled(600)).toEqual(['a']);
    expect(settled(550, 'a', 'b')).toEqual(['a']);
  });

  it('never pays more than there is, and leaves nothing unpaid that it suffices for', () => {
    const invoices = fc.array(
      fc.record({
        invoiceId: fc.uuid(),
        total: fc.nat(1000).map(eur),
        issuedAt: fc.constantFrom('2026-02-01T08:00:00.000Z', '2026-03-01T08:00:00.000Z'),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(invoices, fc.nat(10_000), (all, prepaid) => {
        const paid = invoicesToSettle(eur(prepaid), all);
        const used = paid.reduce((total, { total: { amountMinor } }) => total + amountMinor, 0);
        expect(used).toBeLessThanOrEqual(prepaid);
        const whole = all.reduce((total, { total: { amountMinor } }) => total + amountMinor, 0);
        if (whole <= prepaid) expect(paid).toHaveLength(all.length);
      }),
    );
  });
});

describe('a credit on the bank account', () => {
  const [bakery, studio] = ['bakery', 'studio'] as BusinessId[] as [BusinessId, BusinessId];
  const invoice = (number: string, businessId: BusinessId, businessName: string, total: number): PayableInvoice => ({
    invoiceId: `invoice-${number}`,
    businessId,
    businessName,
    reference: creditorReference(number),
    total: eur(total),
  });
  const invoices = [
    invoice('1', bakery, 'Forn Montserrat, S.L.', 500),
    invoice('2', bakery, 'Forn Montserrat, S.L.', 700),
    invoice('3', studio, 'Estudi Núria', 500),
  ];
  const credit = (changes: Partial<BankCredit>): BankCredit => ({
    amount: eur(500),
    payerName: null,
    payerIban: null,
    remittance: '',
    ...changes,
  });

  it('is of the business whose references it names', () => {
    const remittance = `${creditorReference('1')} and ${creditorReference('2')}`;
    expect(matchReceipt(credit({ remittance }), invoices)).toEqual({
      businessId: bakery,
      invoiceIds: ['invoice-1', 'invoice-2'],
    });
  });

  it('is left to a person where it names two businesses, none, or another currency', () => {
    const both = `${creditorReference('1')} ${creditorReference('3')}`;
    expect(matchReceipt(credit({ remittance: both }), invoices)).toBeNull();
    expect(matchReceipt(credit({ remittance: 'invoice 1' }), invoices)).toBeNull();
    const pounds = { amount: { amountMinor: 500, currency: 'GBP' }, remittance: creditorReference('1') } as const;
    expect(matchReceipt(credit(pounds), invoices)).toBeNull();
  });

  it('is suggested to be of whom its account, its name or its amount speaks for', () => {
    const payers = new Map([['ES9121000418450200051332', studio]]);
    const suggest = receiptSuggester(invoices, payers);
    const seen = suggest(credit({ payerName: 'FORN MONTSERRAT SL', payerIban: 'ES9121000418450200051332' }));
    expect(seen).toEqual([
      { businessId: studio, reasons: ['payer-known', 'amount'] },
      { businessId: bakery, reasons: ['name', 'amount'] },
    ]);
    expect(suggest(credit({ amount: eur(1) }))).toEqual([]);
  });
});
