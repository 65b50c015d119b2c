import * as fc from 'fast-check';
import { refusalOf } from '../../refusals.examples.js';
import { acceptedAgreement, inCurrency, terms } from '../../responsibilities/agreement/agreement.examples.js';
import { addDays } from '../../time/local-date.js';
import { versionInForce } from '../../responsibilities/agreement/agreement.policies.js';
import type { Currency } from '../money/currency.js';
import { add, type Money, sum } from '../money/money.js';
import { type QuotedTerms, quoteOf } from './quote.js';

/** Any terms that may be priced, in currencies with two, no and three digits. */
const anyTerms: fc.Arbitrary<QuotedTerms> = fc
  .record({
    currency: fc.constantFrom<Currency>('EUR', 'JPY', 'KWD'),
    days: fc.integer({ min: 0, max: 729 }),
    offset: fc.integer({ min: 0, max: 1000 }),
    commissionBps: fc.integer({ min: 0, max: 10_000 }),
    taxBps: fc.integer({ min: 0, max: 10_000 }),
    lines: fc.array(
      fc.record({
        cadence: fc.constantFrom('once' as const, 'weekly' as const, 'monthly' as const),
        volume: fc.integer({ min: 1, max: 10_000 }),
        price: fc.integer({ min: 0, max: 1_000_000 }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ currency, days, offset, commissionBps, taxBps, lines }) => {
    const startsOn = addDays('2025-01-01', offset);
    return {
      startsOn,
      endsOn: addDays(startsOn, days),
      currency,
      commissionBps,
      taxBps,
      taxNote: '',
      lines: lines.map(({ cadence, volume, price }, index) => ({
        lineId: `line-${index}`,
        cadence,
        volume,
        unitPrice: { amountMinor: price, currency },
      })),
    };
  });

describe('the quote', () => {
  const quoted = versionInForce(acceptedAgreement())?.terms as QuotedTerms;

  it('is occurrences times volume times price, commission on it, and tax on both', () => {
    const quote = quoteOf(quoted);
    const [inbox, books, approval] = quote.lines;
    expect([inbox?.occurrences, books?.occurrences, approval?.occurrences]).toEqual([13, 3, 13]);
    expect(inbox?.subtotal.amountMinor).toBe(13 * 5 * 1250);
    expect(books?.subtotal.amountMinor).toBe(3 * 40 * 95);
    expect(approval?.total.amountMinor).toBe(0);
    expect(quote.subtotal.amountMinor).toBe(92_650);
    expect(quote.commission.amountMinor).toBe(11_118);
    // 103768 × 21 % = 21791.28
    expect(quote.tax.amountMinor).toBe(21_791);
    expect(quote.total.amountMinor).toBe(125_559);
  });

  it('is the same for the same terms, and depends on nothing else', () => {
    expect(quoteOf(structuredClone(quoted))).toEqual(quoteOf(quoted));
  });

  it('has lines that add up to it, in currencies of any number of digits', () => {
    fc.assert(
      fc.property(anyTerms, (some) => {
        const quote = quoteOf(some);
        const total = (part: (line: (typeof quote.lines)[number]) => Money): Money =>
          sum(quote.lines.map(part), some.currency);
        expect(total((line) => line.subtotal)).toEqual(quote.subtotal);
        expect(total((line) => line.commission)).toEqual(quote.commission);
        expect(total((line) => line.tax)).toEqual(quote.tax);
        expect(total((line) => line.total)).toEqual(quote.total);
        expect(add(add(quote.subtotal, quote.commission), quote.tax)).toEqual(quote.total);
        for (const line of quote.lines) {
          expect(Number.isSafeInteger(line.total.amountMinor) && line.total.amountMinor >= 0).toBe(true);
        }
      }),
    );
  });

  it('is refused when it can not be computed exactly', () => {
    const dear = { ...terms.lines[0]!, unitPrice: { amountMinor: Number.MAX_SAFE_INTEGER, currency: 'EUR' as const } };
    expect(refusalOf(() => quoteOf({ ...quoted, lines: [dear] }))).toBe('quote.too-large lines');
    const once = { ...dear, cadence: 'once' as const, volume: 1 };
    const free = { ...quoted, commissionBps: 0, taxBps: 0 };
    expect(quoteOf({ ...free, lines: [once] }).total.amountMinor).toBe(Number.MAX_SAFE_INTEGER);
    expect(refusalOf(() => quoteOf({ ...free, taxBps: 1, lines: [once] }))).toBe('quote.too-large lines');
    expect(refusalOf(() => quoteOf({ ...free, lines: [once, once] }))).toBe('quote.too-large lines');
  });

  it('counts in yen and fils as in cents', () => {
    for (const currency of ['JPY', 'KWD'] as const) {
      const quote = quoteOf({ ...quoted, ...inCurrency(terms, currency) });
      expect(quote.total).toEqual({ amountMinor: 125_559, currency });
    }
  });
});
