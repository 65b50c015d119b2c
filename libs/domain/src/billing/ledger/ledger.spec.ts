import * as fc from 'fast-check';
import type { AgencyId, BusinessId, CreditNoteId, InvoiceId } from '../../ids.js';
import type { Currency } from '../money/currency.js';
import { type Money, subtract, sum } from '../money/money.js';
import { naturalBalance } from './account.js';
import type { LedgerFact } from './ledger-fact.js';
import { type Posting, transactionOf } from './postings.js';

const agencyId = 'agency' as AgencyId;
const businessId = 'business' as BusinessId;
const currencies = ['EUR', 'JPY', 'KWD'] as const satisfies readonly Currency[];
const upTo = 1_000_000_000;

const amount = (currency: Currency) =>
  fc.integer({ min: 0, max: upTo }).map((amountMinor): Money => ({ amountMinor, currency }));
const oneOf = fc.constantFrom<Currency>(...currencies);

const factOf = (currency: Currency): fc.Arbitrary<LedgerFact> => {
  const id = fc.uuid();
  const some = amount(currency);
  const shares = fc.record({ earnings: some, tax: some });
  return fc.oneof(
    fc.record({ receiptId: id, amount: some }).map((of): LedgerFact => ({ type: 'receiptBooked', ...of })),
    fc
      .record({ receiptId: id, amount: some })
      .map((of): LedgerFact => ({ type: 'receiptAssigned', businessId, ...of })),
    fc
      .record({ invoiceId: id, subtotal: some, commission: some, tax: some })
      .map(({ invoiceId, ...parts }): LedgerFact => ({
        type: 'invoiceIssued',
        invoiceId: invoiceId as InvoiceId,
        agencyId,
        businessId,
        ...parts,
        total: sum(Object.values(parts), currency),
      })),
    fc
      .record({ creditNoteId: id, subtotal: some, commission: some, tax: some, invoiceIsPaid: fc.boolean() })
      .map(({ creditNoteId, invoiceIsPaid, ...parts }): LedgerFact => ({
        type: 'creditNoteIssued',
        creditNoteId: creditNoteId as CreditNoteId,
        agencyId,
        businessId,
        invoiceIsPaid,
        ...parts,
        total: sum(Object.values(parts), currency),
      })),
    fc.record({ invoiceId: id, total: some }).map(({ invoiceId, total }): LedgerFact => ({
      type: 'invoicePaid',
      invoiceId: invoiceId as InvoiceId,
      businessId,
      total,
    })),
    fc.tuple(id, shares).map(([payoutId, of]): LedgerFact => ({ type: 'payoutSent', payoutId, agencyId, ...of })),
    fc.tuple(id, shares).map(([payoutId, of]): LedgerFact => ({ type: 'payoutReturned', payoutId, agencyId, ...of })),
  );
};

const totalOf = (postings: readonly Posting[]): number =>
  postings.reduce((total, { amountMinor }) => total + amountMinor, 0);

describe('the books', () => {
  it('take in every fact as debits and credits of one currency that sum to zero', () => {
    const facts = oneOf.chain((currency) => factOf(currency).map((fact) => ({ currency, fact })));
    fc.assert(
      fc.property(facts, ({ currency, fact }) => {
        const { postings, ...of } = transactionOf(fact);
        expect(of.currency).toBe(currency);
        expect(totalOf(postings)).toBe(0);
        expect(postings.every(({ account }) => account.currency === currency)).toBe(true);
        expect(postings.every(({ amountMinor }) => amountMinor !== 0)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('name each fact once, so that it can be posted only once', () => {
    const receipt = { receiptId: 'r-1', amount: { amountMinor: 5, currency: 'EUR' } } as const;
    expect(transactionOf({ type: 'receiptBooked', ...receipt }).reference).toBe('receiptBooked:r-1');
    expect(transactionOf({ type: 'receiptAssigned', businessId, ...receipt }).reference).toBe('receiptAssigned:r-1');
  });

  it('refuse a fact whose amounts do not add up, or are of two currencies', () => {
    const [subtotal, commission, tax] = [100, 10, 21].map((amountMinor): Money => ({ amountMinor, currency: 'EUR' }));
    const invoice = { invoiceId: 'i-1' as InvoiceId, agencyId, businessId, subtotal, commission, tax } as const;
    const issued = (total: Money) =>
      transactionOf({ type: 'invoiceIssued', ...(invoice as Required<typeof invoice>), total } as never);
    expect(() => issued({ amountMinor: 132, currency: 'EUR' })).toThrow('invoiceIssued leaves 1 EUR');
    expect(() => issued({ amountMinor: 131, currency: 'USD' })).toThrow('money.currencies-differ');
  });

  it('come to the same as a simple count of what each has paid, earned and received', () => {
    const facts = fc.array(factOf('EUR'), { maxLength: 40 });
    fc.assert(
      fc.property(facts, (history) => {
        const balances = new Map<string, number>();
        for (const fact of history) {
          for (const { account, amountMinor } of transactionOf(fact).postings) {
            balances.set(account.purpose, (balances.get(account.purpose) ?? 0) + amountMinor);
          }
        }
        const balance = (purpose: Posting['account']['purpose']): number =>
          naturalBalance(purpose, balances.get(purpose) ?? 0);
        const count = counted(history);
        expect(balance('payment-clearing')).toBe(count.bank);
        expect(balance('prepaid')).toBe(count.prepaid);
        expect(balance('receivable')).toBe(count.owed);
        expect(balance('agency-payable') + balance('tax-payable')).toBe(count.toAgencies);
        expect(balance('commission')).toBe(count.ours);
        expect(totalOf([...balances].map(([, amountMinor]) => ({ amountMinor })) as unknown as Posting[])).toBe(0);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** What an owner would keep on a slip of paper. */
function counted(history: readonly LedgerFact[]) {
  const slip = { bank: 0, prepaid: 0, owed: 0, toAgencies: 0, ours: 0 };
  const zero: Money = { amountMinor: 0, currency: 'EUR' };
  for (const fact of history) {
    if (fact.type === 'receiptBooked') slip.bank += fact.amount.amountMinor;
    if (fact.type === 'receiptAssigned') slip.prepaid += fact.amount.amountMinor;
    if (fact.type === 'invoiceIssued') {
      slip.owed += fact.total.amountMinor;
      slip.ours += fact.commission.amountMinor;
      slip.toAgencies += subtract(fact.total, fact.commission).amountMinor;
    }
    if (fact.type === 'creditNoteIssued') {
      if (fact.invoiceIsPaid) slip.prepaid += fact.total.amountMinor;
      else slip.owed -= fact.total.amountMinor;
      slip.ours -= fact.commission.amountMinor;
      slip.toAgencies -= subtract(fact.total, fact.commission).amountMinor;
    }
    if (fact.type === 'invoicePaid') {
      slip.owed -= fact.total.amountMinor;
      slip.prepaid -= fact.total.amountMinor;
    }
    if (fact.type === 'payoutSent' || fact.type === 'payoutReturned') {
      const sign = fact.type === 'payoutSent' ? -1 : 1;
      const whole = sum([fact.earnings, fact.tax, zero], 'EUR').amountMinor;
      slip.bank += sign * whole;
      slip.toAgencies += sign * whole;
    }
  }
  return slip;
}
