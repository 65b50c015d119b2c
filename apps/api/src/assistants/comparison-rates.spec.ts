import { referenceRates } from '#knowledge/rates';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noMail, testApiSettings } from '../testing/test-api.js';
import { ComparisonRates } from './comparison-rates.js';

const file = join(mkdtempSync(join(tmpdir(), 'rates-')), 'daily.xml');
const publish = (on: string, units: number): void =>
  writeFileSync(file, `<Cube><Cube time='${on}'><Cube currency='USD' rate='${units}'/></Cube></Cube>`);
const ratesFrom = (ratesSource: string | null) =>
  new ComparisonRates({ ...testApiSettings, mail: noMail(), databaseUrl: '', ratesSource });
const now = '2027-01-04T10:00:00.000Z';

describe('the rates by which the api compares prices', () => {
  it('are those that come with the program where no source is configured, or it can not be read', async () => {
    for (const rates of [ratesFrom(null), ratesFrom('/nowhere/daily.xml')]) {
      expect(await rates.sweep(now)).toBe(0);
      expect(rates.current).toEqual(referenceRates());
    }
  });

  it('are those of the latest day that the source has told of', async () => {
    const rates = ratesFrom(file);
    publish('2027-01-04', 2);
    expect(await rates.sweep(now)).toBe(1);
    expect(rates.current).toEqual({ asOf: '2027-01-04', inEuro: { USD: 0.5 } });
    publish('2027-01-03', 4);
    expect(await rates.sweep(now)).toBe(0);
    writeFileSync(file, '<html>');
    expect(await rates.sweep(now)).toBe(0);
    expect(rates.current.asOf).toBe('2027-01-04');
  });
});
