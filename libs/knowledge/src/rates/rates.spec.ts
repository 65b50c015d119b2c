import { standardRateOn } from '#domain';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exchangeRatesOf, readEcbRates, readVatRates, referenceRates, vatRates } from './index.js';

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

describe('the reference rates of currencies', () => {
  const published = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
    <gesmes:Envelope xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><Cube>${body}</Cube></gesmes:Envelope>`;

  it('that come with the program say of which day they are', () => {
    expect(referenceRates().asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(referenceRates().inEuro.USD).toBeGreaterThan(0.5);
  });

  it('are read from the file that the European Central Bank publishes daily', () => {
    const file = published(
      `<Cube time='2026-11-27'>\n<Cube currency='USD' rate='1.25'/>\n<Cube currency="JPY" rate="160"/></Cube>`,
    );
    expect(readEcbRates(file)).toEqual({ asOf: '2026-11-27', perEuro: { USD: 1.25, JPY: 160 } });
    expect(exchangeRatesOf('2026-11-27', { USD: 1.25, XXQ: 3 })).toEqual({ asOf: '2026-11-27', inEuro: { USD: 0.8 } });
  });

  it.each([
    '',
    '<html>',
    published(''),
    published(`<Cube time='2026-11-27'></Cube>`),
    `<Cube currency='USD' rate='1.25'/>`,
  ])('are not in %j', (text) => {
    expect(readEcbRates(text)).toBeNull();
  });
});
