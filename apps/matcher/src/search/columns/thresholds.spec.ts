import { propertyCases } from '#platform/testing';
import { comparableValue, type Currency, type ExchangeRates, type Money } from '#domain';
import * as fc from 'fast-check';
import { cheapnessOf, PriceTable } from './price-table.js';
import { BitSlicedIndex } from './bit-sliced-index.js';

const rates: ExchangeRates = { asOf: '2026-02-01', inEuro: { USD: 0.92, GBP: 1.17, JPY: 0.0061 } };
const currencies = ['EUR', 'USD', 'GBP', 'JPY', 'AED'] as const satisfies readonly Currency[];
const amount = fc.oneof(fc.nat(20_000), fc.maxSafeNat(), fc.constant(Number.MAX_SAFE_INTEGER));
const money = fc.record({ amountMinor: amount, currency: fc.constantFrom(...currencies) });

describe('numbers in a bit-sliced index', () => {
  it('tell of each row its bin beside that of a limit, and its digits, after any changes', () => {
    const change = fc.record({ row: fc.nat(63), number: fc.nat(8 * 6 - 1) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200 }), fc.nat(8 * 6 - 1), (changes, limit) => {
        const index = new BitSlicedIndex(5, 3, 2);
        const numbers = Array.from({ length: 64 }, () => 0);
        for (const { row, number } of changes) {
          index.set(row, number);
          numbers[row] = number;
        }
        for (const [row, number] of numbers.entries()) {
          const has = (bits: Int32Array): number => (bits[row >>> 5]! >>> (row & 31)) & 1;
          const above = index.aboveBinOf(limit);
          const fromBin = index.fromBinOf(limit);
          expect(above === null ? 0 : has(above)).toBe(Number(number >>> 3 > limit >>> 3));
          expect(fromBin === null ? 1 : has(fromBin)).toBe(Number(number >>> 3 >= limit >>> 3));
          expect(index.slices.map(has)).toEqual([(number >>> 2) & 1, (number >>> 1) & 1, number & 1]);
        }
      }),
    );
  });
});

describe('prices in a bit-sliced index', () => {
  it('have no higher number than a lower price has, and what can be compared with nothing has the lowest', () => {
    const price = fc.oneof(
      fc.double({ min: 0, max: 200, noNaN: true }),
      fc.nat(20_000).map((cents) => cents / 100),
    );
    fc.assert(
      fc.property(price, price, (one, other) => {
        const [lower, higher] = one < other ? [one, other] : [other, one];
        expect(cheapnessOf(lower)).toBeGreaterThanOrEqual(cheapnessOf(higher));
      }),
      { numRuns: propertyCases(150) },
    );
    expect(cheapnessOf(null)).toBe(0);
  });
  it('keep a cap in any currency exactly when the domain says so', () => {
    fc.assert(
      fc.property(money, money, (cap, price) => {
        const table = new PriceTable(rates);
        const number = table.add(price.currency);
        const highest = table.highestWithin(cap as Money, comparableValue(cap as Money, rates));
        const [value, capValue] = [comparableValue(price as Money, rates), comparableValue(cap as Money, rates)];
        const keeps =
          price.currency === cap.currency
            ? price.amountMinor <= cap.amountMinor
            : value !== null && capValue !== null && value <= capValue;
        expect(price.amountMinor <= highest[number]!).toBe(keeps);
      }),
      { numRuns: propertyCases(300) },
    );
  });
});
