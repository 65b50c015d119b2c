import { boxesOf } from '#domain';
import { chartCodes, chartOf, charts } from './index.js';

describe('the charts of categories', () => {
  it.each(chartCodes)('of %s name each category once, and boxes that are there', (code) => {
    const chart = chartOf(code)!;
    const codes = chart.categories.map((category) => category.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const form of chart.returns) {
      const names: string[] = [];
      for (const { box, sum, plus = [], minus = [] } of form.boxes) {
        // A box is made of those before it.
        expect([...plus, ...minus].filter((name) => !names.includes(name))).toEqual([]);
        expect((sum?.categories ?? []).filter((category) => !codes.includes(category))).toEqual([]);
        expect((sum?.rates ?? []).filter((rate) => !chart.vatRates.includes(rate))).toEqual([]);
        names.push(box);
      }
      expect(new Set(names).size).toBe(names.length);
      expect(boxesOf(form, []).every(({ amountMinor }) => amountMinor === 0)).toBe(true);
    }
  });

  it('are each of one country, and one of all others', () => {
    const countries = charts().map(({ countryCode }) => countryCode);
    expect(new Set(countries).size).toBe(countries.length);
    expect(countries).toContain(null);
  });
});
