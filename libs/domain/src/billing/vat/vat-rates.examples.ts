import type { VatRates } from './vat-rates.js';

/** For specs: a few rates, one of which changed. */
export const someVatRates: VatRates = {
  source: 'https://example.org/rates',
  readOn: '2026-01-01',
  countries: [
    { countryCode: 'ES', inUnion: true, rates: [{ from: '2012-09-01', bps: 2100 }] },
    { countryCode: 'PT', inUnion: true, rates: [{ from: '2011-01-01', bps: 2300 }] },
    {
      countryCode: 'FI',
      inUnion: true,
      rates: [
        { from: '2013-01-01', bps: 2400 },
        { from: '2024-09-01', bps: 2550 },
      ],
    },
    { countryCode: 'GB', inUnion: false, rates: [{ from: '2011-01-04', bps: 2000 }] },
  ],
};
