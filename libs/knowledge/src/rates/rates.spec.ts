import { standardRateOn } from '#domain';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readVatRates, vatRates } from './index.js';

describe('the rates of value added tax', () => {
  it('are known of every member state, never under fifteen percent, and of whom else they are stated', () => {
    const members = vatRates().countries.filter(({ inUnion }) => inUnion);
    expect(members).toHaveLength(27);
    for (const { rates } of members) {
      expect(rates.length).toBeGreaterThan(0);
      expect(rates.every(({ bps }) => Number.isInteger(bps) && bps >= 1500 && bps <= 2700)).toBe(true);
      expect(rates.map(({ from }) => from)).toEqual(rates.map(({ from }) => from).toSorted());
    }
    expect(standardRateOn(vatRates(), 'GB', '2026-01-01')).toEqual({ from: '2011-01-04', bps: 2000 });
    expect(standardRateOn(vatRates(), 'US', '2026-01-01')).toBeNull();
  });

  it.each([
    ['SK', '2024-12-31', 2000],
    ['SK', '2025-01-01', 2300],
    ['EE', '2025-06-30', 2200],
    ['EE', '2025-07-01', 2400],
    ['RO', '2025-07-31', 1900],
    ['RO', '2025-08-01', 2100],
    ['ES', '2026-11-30', 2100],
  ])('of %s on %s are %d basis points', (countryCode, on, bps) => {
    expect(standardRateOn(vatRates(), countryCode, on)?.bps).toBe(bps);
  });

  it('can be read from a file of the same shape instead, and are refused when they are not in order', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'rates-')), 'rates.json');
    const rates = [
      { from: '2026-01-01', bps: 2100 },
      { from: '2027-01-01', bps: 2200 },
    ];
    const write = (some: object[]) =>
      writeFileSync(
        file,
        JSON.stringify({
          source: 'https://example.org',
          readOn: '2026-12-01',
          entries: [{ countryCode: 'ES', inUnion: true, rates: some }],
        }),
      );
    write(rates);
    expect(standardRateOn(readVatRates(file), 'ES', '2027-02-01')?.bps).toBe(2200);
    write(rates.toReversed());
    expect(() => readVatRates(file)).toThrow('ES');
    writeFileSync(file, '{}');
    expect(() => readVatRates(file)).toThrow('needs source, readOn and entries');
  });
});
