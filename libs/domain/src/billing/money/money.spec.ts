import * as fc from 'fast-check';
import { refusalOf } from '../../refusals.examples.js';
import { type Currency, currencies, minorUnitDigits } from './currency.js';
import {
  add,
  allocate,
  compare,
  divideHalfEven,
  equal,
  type Money,
  money,
  moneyText,
  priceOfMinutes,
  shareBps,
  subtract,
  sum,
  times,
  zero,
} from './money.js';

const eur = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' });
const some = fc.constantFrom<Currency>('EUR', 'JPY', 'KWD');
const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe('money', () => {
  it('knows how many digits a minor unit has', () => {
    expect([minorUnitDigits.EUR, minorUnitDigits.JPY, minorUnitDigits.KWD]).toEqual([2, 0, 3]);
    expect(currencies.length).toBeGreaterThan(40);
  });

  it('is made of a whole number of minor units in a known currency', () => {
    expect(money(1250, 'EUR')).toEqual({ amountMinor: 1250, currency: 'EUR' });
    expect(refusalOf(() => money(1, 'XXX'))).toBe('money.unknown-currency');
    expect(refusalOf(() => money(1, 'toString'))).toBe('money.unknown-currency');
    expect(refusalOf(() => money(1.5, 'EUR'))).toBe('money.not-an-integer');
    expect(refusalOf(() => money(Number.NaN, 'EUR'))).toBe('money.not-an-integer');
    expect(refusalOf(() => money(2 ** 53, 'EUR'))).toBe('money.not-an-integer');
    expect(Object.is(money(-0, 'EUR').amountMinor, 0)).toBe(true);
  });

  it('adds, subtracts, multiplies and compares exactly, and never mixes currencies', () => {
    expect(add(eur(1), eur(2))).toEqual(eur(3));
    expect(subtract(eur(1), eur(2))).toEqual(eur(-1));
    expect(times(eur(25), 4)).toEqual(eur(100));
    expect(sum([eur(1), eur(2), eur(3)], 'EUR')).toEqual(eur(6));
    expect([compare(eur(1), eur(2)), compare(eur(2), eur(2)), compare(eur(3), eur(2))]).toEqual([-1, 0, 1]);
    expect(equal(eur(1), { amountMinor: 1, currency: 'JPY' })).toBe(false);
    expect(refusalOf(() => add(eur(1), zero('JPY')))).toBe('money.currencies-differ');
  });

  it('refuses what is beyond exact integers', () => {
    const most = eur(Number.MAX_SAFE_INTEGER);
    expect(refusalOf(() => add(most, eur(1)))).toBe('money.too-large');
    expect(refusalOf(() => times(most, 2))).toBe('money.too-large');
    expect(refusalOf(() => subtract(eur(-Number.MAX_SAFE_INTEGER), eur(1)))).toBe('money.too-large');
  });

  it('rounds a half to the even neighbour', () => {
    const halves = [1n, 3n, 5n, 7n, -1n, -3n].map((half) => divideHalfEven(half, 2n));
    expect(halves).toEqual([0n, 2n, 2n, 4n, 0n, -2n]);
    expect(divideHalfEven(2n, 3n)).toBe(1n);
    expect(divideHalfEven(1n, 3n)).toBe(0n);
    expect(() => divideHalfEven(1n, 0n)).toThrow(RangeError);
  });

  it('takes a share in basis points', () => {
    expect(shareBps(eur(10_050), 1000)).toEqual(eur(1005));
    expect(shareBps(eur(5), 1000)).toEqual(eur(0));
    expect(shareBps(eur(15), 1000)).toEqual(eur(2));
    expect(shareBps(eur(Number.MAX_SAFE_INTEGER), 10_000)).toEqual(eur(Number.MAX_SAFE_INTEGER));
  });

  it('prices minutes by the hourly rate', () => {
    expect(priceOfMinutes(eur(2000), 30)).toEqual(eur(1000));
    expect(priceOfMinutes(eur(2530), 15)).toEqual(eur(632));
    expect(priceOfMinutes(eur(2550), 15)).toEqual(eur(638));
    expect(priceOfMinutes({ amountMinor: 3000, currency: 'JPY' }, 7)).toEqual({ amountMinor: 350, currency: 'JPY' });
  });

  it('gives the units that are left to the largest remainders, the earlier one first', () => {
    expect(allocate(eur(100), [1, 1, 1]).map((part) => part.amountMinor)).toEqual([34, 33, 33]);
    expect(allocate(eur(10), [1, 2, 4]).map((part) => part.amountMinor)).toEqual([1, 3, 6]);
    expect(allocate(eur(3), [0, 0]).map((part) => part.amountMinor)).toEqual([2, 1]);
    expect(allocate(eur(-100), [1, 1, 1]).map((part) => part.amountMinor)).toEqual([-34, -33, -33]);
    expect(() => allocate(eur(1), [])).toThrow(RangeError);
    expect(() => allocate(eur(1), [-1, 2])).toThrow(RangeError);
  });

  it('splits so that the parts are the whole, each within one unit of its exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(amounts, weights, some, (amountMinor, given, currency) => {
        const parts = allocate({ amountMinor, currency }, given);
        expect(sum(parts, currency)).toEqual({ amountMinor, currency });
        const total = given.reduce((a, b) => a + b, 0);
        for (const [index, part] of parts.entries()) {
          const exact = total === 0 ? amountMinor / given.length : (amountMinor * (given[index] ?? 0)) / total;
          expect(Math.abs(part.amountMinor - exact)).toBeLessThan(1.000_001);
        }
      }),
    );
  });

  it('is written for people with the digits of its currency', () => {
    expect(moneyText(eur(123_450))).toBe('1234.50 EUR');
    expect(moneyText(eur(-5))).toBe('-0.05 EUR');
    expect(moneyText({ amountMinor: 1235, currency: 'JPY' })).toBe('1235 JPY');
    expect(moneyText({ amountMinor: 1234, currency: 'KWD' })).toBe('1.234 KWD');
  });
});
