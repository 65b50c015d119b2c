import * as fc from 'fast-check';
import type { AgencyId, BusinessId, CreditNoteId, InvoiceId } from '../ids.js';
import type { CreditNote } from './invoicing/credit-note.js';
import { decideCreditNote } from './invoicing/credit-note-decisions.js';
import { invoiceOver } from './invoicing/invoice.examples.js';
import type { Invoice } from './invoicing/invoice.js';
import { naturalBalance } from './ledger/account.js';
import type { LedgerFact } from './ledger/ledger-fact.js';
import { transactionOf } from './ledger/postings.js';
import type { Currency } from './money/currency.js';
import { allocate, type Money, moneyOf, subtract, sum, zero } from './money/money.js';
import { planPayouts } from './payments/payout.js';
import { invoicesToSettle } from './payments/settle-invoices.js';
import { commissionOn } from './pricing/quote.js';

const agencyId = 'agency' as AgencyId;
const businessId = 'business' as BusinessId;

/** A hundred thousand are run by `AJUDANT_PROPERTY_CASES=100000 npx jest conservation`. */
const numRuns = Number(process.env['AJUDANT_PROPERTY_CASES'] ?? 500);

/** An agreement of the agency with one business, with its own commission and tax. */
const agreements = fc.record({
  commissionBps: fc.integer({ min: 0, max: 3_000 }),
  taxBps: fc.constantFrom(0, 400, 525, 1_000, 2_100, 2_550),
  work: fc.integer({ min: 1, max: 50_000_000 }),
  /** How the work comes to be invoiced. */
  weights: fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 6 }),
});
const cases = fc.record({
  currency: fc.constantFrom<Currency>('EUR', 'JPY', 'KWD'),
  agreements: fc.array(agreements, { minLength: 1, maxLength: 2 }),
  /** Of each invoice, what is taken back before anything is paid, and after all is; in thousandths. */
  before: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 12, maxLength: 12 }),
  after: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 12, maxLength: 12 }),
});
type Agreement = typeof agreements extends fc.Arbitrary<infer Value> ? Value : never;

/** Invoices of one agreement: commission by what was charged so far, tax by each invoice. */
function invoicesOf(currency: Currency, { commissionBps, taxBps, work, weights }: Agreement, which: number): Invoice[] {
  let charged = 0n;
  let owed = 0n;
  return allocate({ amountMinor: work, currency }, weights).map((subtotal, index) => {
    charged += BigInt(subtotal.amountMinor);
    const commission = moneyOf(commissionOn(charged, { commissionBps }) - owed, currency);
    owed += BigInt(commission.amountMinor);
    return invoiceOver(
      { subtotal, commission, commissionBps, taxBps },
      {
        invoiceId: `invoice-${which}-${index}` as InvoiceId,
        number: `${which}-${index}`,
        agencyId,
        businessId,
        issuedAt: `2026-04-01T08:00:0${index}.000Z`,
      },
    );
  });
}

/** Nothing where the share comes to nothing, or all was taken back before. */
function creditNotesOf(invoice: Invoice, thousandths: number, before: readonly CreditNote[]): CreditNote[] {
  const { currency } = invoice.subtotal;
  const left = subtract(
    invoice.subtotal,
    sum(
      before.map(({ subtotal }) => subtotal),
      currency,
    ),
  );
  const amountMinor = Number((BigInt(left.amountMinor) * BigInt(thousandths)) / 1_000n);
  if (amountMinor === 0) return [];
  const [fact] = decideCreditNote({
    type: 'issueCreditNote',
    creditNoteId: `${invoice.invoiceId} ${before.length}` as CreditNoteId,
    number: '',
    invoice,
    before,
    amount: { amountMinor, currency },
    reason: 'Counted twice',
    issuedOn: '2026-04-02',
    now: '2026-04-02T08:00:00.000Z',
  });
  return [fact!.creditNote];
}

class Books {
  private readonly accounts = new Map<string, number>();

  post(fact: LedgerFact): void {
    for (const { account, amountMinor } of transactionOf(fact).postings) {
      this.accounts.set(account.purpose, (this.accounts.get(account.purpose) ?? 0) + amountMinor);
    }
    // An expectation for each posting would be most of what a hundred thousand cases take.
    const rest = [...this.accounts.values()].reduce((total, each) => total + each, 0);
    if (rest !== 0) throw new Error(`the books come to ${rest} after ${fact.type}`);
  }

  balance(purpose: Parameters<typeof naturalBalance>[0]): number {
    return naturalBalance(purpose, this.accounts.get(purpose) ?? 0);
  }
}

const noteFact = (note: CreditNote, invoiceIsPaid: boolean): LedgerFact => {
  const { creditNoteId, subtotal, commission, tax, total } = note;
  return {
    type: 'creditNoteIssued',
    creditNoteId,
    agencyId,
    businessId,
    invoiceIsPaid,
    subtotal,
    commission,
    tax,
    total,
  };
};

describe('money', () => {
  it('is conserved to the unit from what is transferred through invoices and credit notes to what is paid out', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { currency } = one;
        const invoices = one.agreements.flatMap((agreement, which) => invoicesOf(currency, agreement, which));
        const books = new Books();
        const early = invoices.map((invoice, index) => creditNotesOf(invoice, one.before[index]!, []));
        for (const invoice of invoices) books.post({ type: 'invoiceIssued', ...invoice, agencyId, businessId });
        for (const note of early.flat()) books.post(noteFact(note, false));
        const open = invoices.map(({ invoiceId, total, issuedAt }, index) => {
          const taken = early[index]!.map((note) => note.total);
          return { invoiceId, issuedAt, total: subtract(total, sum(taken, currency)) };
        });
        const owed = sum(
          open.map(({ total }) => total),
          currency,
        );
        expect(books.balance('receivable')).toBe(owed.amountMinor);

        books.post({ type: 'receiptBooked', receiptId: 'r', amount: owed });
        books.post({ type: 'receiptAssigned', receiptId: 'r', businessId, amount: owed });
        const settled = invoicesToSettle(owed, open);
        expect(settled).toHaveLength(open.length);
        for (const { invoiceId, total } of settled) {
          books.post({ type: 'invoicePaid', invoiceId: invoiceId as InvoiceId, businessId, total });
        }
        const late = invoices.map((invoice, index) => creditNotesOf(invoice, one.after[index]!, early[index]!));
        for (const note of late.flat()) books.post(noteFact(note, true));

        const back = (amount: Money): Money => subtract(zero(currency), amount);
        const due = [
          ...invoices.map(({ invoiceId, subtotal, tax }) => {
            return { kind: 'invoice' as const, id: invoiceId, agencyId, earnings: subtotal, tax };
          }),
          ...[...early, ...late].flat().map(({ creditNoteId, subtotal, tax }) => {
            return {
              kind: 'credit-note' as const,
              id: creditNoteId,
              agencyId,
              earnings: back(subtotal),
              tax: back(tax),
            };
          }),
        ];
        const accounts = new Map([[agencyId, { holder: 'Agency', iban: 'ES9121000418450200051332' }]]);
        for (const { earnings, tax } of planPayouts(due, accounts, currency)) {
          books.post({ type: 'payoutSent', payoutId: 'p', agencyId, earnings, tax });
        }
        // Everybody has what is theirs: nobody owes anything, and what is in the bank is the business's and ours.
        const settledPurposes = ['receivable', 'unassigned', 'agency-payable', 'tax-payable'] as const;
        expect({
          open: settledPurposes.filter((purpose) => books.balance(purpose) !== 0),
          bank: books.balance('payment-clearing'),
          prepaid: books.balance('prepaid'),
        }).toEqual({
          open: [],
          bank: books.balance('prepaid') + books.balance('commission'),
          prepaid: late.flat().reduce((total, note) => total + note.total.amountMinor, 0),
        });
      }),
      { numRuns },
    );
  });
});
