import { formatOf } from './format-of';
import { majorUnits, moneyOf } from './minor-units';
import { typedNumber } from './typed-number';

/** Spaces that don't break are spaces to whoever reads a spec. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('what people read', () => {
  const [english, spanish, catalan] = [formatOf('en-GB'), formatOf('es'), formatOf('ca')];

  it('is money as each currency counts its smaller units', () => {
    expect(plain(spanish.money({ amountMinor: 1_250_000, currency: 'EUR' }))).toBe('12.500,00 €');
    expect(plain(english.money({ amountMinor: -5, currency: 'EUR' }))).toBe('-€0.05');
    expect(plain(english.money({ amountMinor: 1_500, currency: 'JPY' }))).toBe('JP¥1,500');
  });

  it('is a day by its date, whatever the zone', () => {
    expect(english.day('2026-11-24')).toBe('24 November 2026');
    expect(spanish.day('2026-11-24')).toBe('24 de noviembre de 2026');
    expect(catalan.day('2026-11-24')).toBe('24 de novembre del 2026');
    expect(english.weekday(7)).toBe('Sunday');
    expect(english.weekdayOf('2026-11-30', 'short')).toBe('Mon');
  });

  it('is a time by the clocks of a zone', () => {
    expect(english.clock('2026-11-24T08:30:00Z', 'Europe/Madrid')).toBe('09:30');
    expect(english.moment('2026-11-24T23:30:00Z', 'Europe/Madrid')).toMatch(/^Wed,? 25 Nov,? (at )?00:30$/);
  });

  it('is how long something takes, without a part of nothing', () => {
    expect([0, 45, 60, 200].map(spanish.minutes).map(plain)).toEqual(['0 min', '45 min', '1 h', '3 h 20 min']);
  });

  it('is how large a file is', () => {
    expect([900, 123_456, 15_728_640].map(english.bytes).map(plain)).toEqual(['0.9 kB', '123.5 kB', '15.7 MB']);
  });
});

describe('what people type', () => {
  it('is money in minor units, to the cent', () => {
    for (const amount of [0.01, 0.07, 0.29, 1.15, 4.35, 8.2, 1_234.56])
      expect(majorUnits(moneyOf(amount, 'EUR'))).toBe(amount);
    expect(moneyOf(14.6, 'EUR')).toEqual({ amountMinor: 1_460, currency: 'EUR' });
    expect(moneyOf(1_460, 'JPY')).toEqual({ amountMinor: 1_460, currency: 'JPY' });
  });

  it('is a number or nothing', () => {
    expect([12, '12.50', '0', ''].map(typedNumber)).toEqual([12, 12.5, 0, null]);
    expect([' ', '-', 'ten'].map(typedNumber)).toEqual([null, null, null]);
  });
});
