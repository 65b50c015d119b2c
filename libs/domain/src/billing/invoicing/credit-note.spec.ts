import * as fc from 'fast-check';
import type { CreditNoteId } from '../../ids.js';
import { refusalOf } from '../../refusals.examples.js';
import type { Currency } from '../money/currency.js';
import { type Money, moneyOf, sum } from '../money/money.js';
import { commissionOn } from '../pricing/quote.js';
import type { CreditNote, IssueCreditNote } from './credit-note.js';
import { decideCreditNote, evolveCreditNote } from './credit-note-decisions.js';
import { invoiceOver } from './invoice.examples.js';
import type { Invoice } from './invoice.js';
import { documentNumber, seriesOf } from './invoice-number.js';

function invoiceOf(minor: number, currency: Currency, commissionBps: number, taxBps: number): Invoice {
  const subtotal = moneyOf(BigInt(minor), currency);
  const commission = moneyOf(commissionOn(BigInt(minor), { commissionBps }), currency);
  return invoiceOver({ subtotal, commission, commissionBps, taxBps });
}

const invoice = invoiceOf(25_000, 'EUR', 1_200, 2_100);
const command: IssueCreditNote = {
  type: 'issueCreditNote',
  creditNoteId: 'note' as CreditNoteId,
  number: 'R2026-0001',
  invoice,
  before: [],
  amount: null,
  reason: 'The statement was for another month',
  issuedOn: '2026-04-02',
  now: '2026-04-02T08:00:00.000Z',
};
const issue = (changes: Partial<IssueCreditNote> = {}): CreditNote =>
  evolveCreditNote(null, decideCreditNote({ ...command, ...changes })[0]!);
const euros = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' });

describe('a credit note', () => {
  it('takes back a whole invoice, and names it', () => {
    const { subtotal, commission, tax, total } = invoice;
    expect(issue()).toMatchObject({ invoiceNumber: '2026-0001', subtotal, commission, tax, total });
  });

  it('takes back a part with its share of commission and tax, and later the rest', () => {
    const part = issue({ amount: euros(10_000) });
    expect([part.commission, part.tax, part.total]).toEqual([euros(1200), euros(2352), euros(13_552)]);
    const rest = issue({ before: [part] });
    expect(rest.subtotal).toEqual(euros(15_000));
    expect(rest.total.amountMinor + part.total.amountMinor).toBe(invoice.total.amountMinor);
    expect(refusalOf(() => issue({ before: [part, rest] }))).toBe('credit-note.nothing-left');
  });

  it.each([
    ['credit-note.reason-missing reason', { reason: ' ' }],
    ['credit-note.bad-amount amount.amountMinor', { amount: euros(0) }],
    ['credit-note.beyond-invoice amount.amountMinor', { amount: euros(25_001) }],
    ['money.currencies-differ', { amount: { amountMinor: 1, currency: 'JPY' } }],
  ] as const)('is refused: %s', (code, changes) => {
    expect(refusalOf(() => issue(changes))).toBe(code);
  });

  it('comes to the invoice to the unit, in however many parts it is taken back', () => {
    const cases = fc.record({
      minor: fc.integer({ min: 1, max: 10_000_000 }),
      currency: fc.constantFrom<Currency>('EUR', 'JPY', 'KWD'),
      commissionBps: fc.integer({ min: 0, max: 3000 }),
      taxBps: fc.integer({ min: 0, max: 2700 }),
      parts: fc.array(fc.double({ min: 0.01, max: 0.9, noNaN: true }), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(cases, ({ minor, currency, commissionBps, taxBps, parts }) => {
        const of = invoiceOf(minor, currency, commissionBps, taxBps);
        const notes: CreditNote[] = [];
        let left = minor;
        for (const part of parts) {
          const amountMinor = Math.floor(left * part);
          if (amountMinor === 0) continue;
          notes.push(issue({ invoice: of, before: notes, amount: { amountMinor, currency } }));
          left -= amountMinor;
        }
        notes.push(issue({ invoice: of, before: notes }));
        for (const name of ['subtotal', 'commission', 'tax', 'total'] as const) {
          expect(
            sum(
              notes.map((note) => note[name]),
              currency,
            ),
          ).toEqual(of[name]);
          expect(notes.every((note) => note[name].amountMinor >= 0)).toBe(true);
        }
      }),
    );
  });
});

describe('a number', () => {
  it('says its series and its year, with the prefix of the issuer where it has one', () => {
    expect(documentNumber(seriesOf('', 'invoice'), '2026', 1)).toBe('2026-0001');
    expect(documentNumber(seriesOf('', 'credit-note'), '2026', 12)).toBe('R2026-0012');
    expect(documentNumber(seriesOf('BCN', 'invoice'), '2027', 12_345)).toBe('BCN2027-12345');
    expect(documentNumber(seriesOf('A1', 'invoice'), '2026', 3)).toBe('A1-2026-0003');
  });
});
