import type { Currency, ExchangeRates } from '#domain';

/**
 * Units of each currency for one euro: the euro foreign exchange reference rates of the European Central Bank of
 * 13 March 2026. They serve to compare prices of different currencies, and no amount that anybody pays is computed with
 * them. A currency that the bank doesn't quote compares with itself alone.
 */
const perEuro: Readonly<Partial<Record<Currency, number>>> = {
  AUD: 1.6293,
  BRL: 6.0172,
  CAD: 1.5726,
  CHF: 0.9034,
  CNY: 7.9145,
  CZK: 24.437,
  DKK: 7.4726,
  GBP: 0.86503,
  HKD: 8.9827,
  HUF: 391.48,
  IDR: 19395.07,
  ILS: 3.5883,
  INR: 106.0205,
  ISK: 144.2,
  JPY: 182.85,
  KRW: 1711.87,
  MXN: 20.4517,
  MYR: 4.5198,
  NOK: 11.159,
  NZD: 1.9691,
  PHP: 68.301,
  PLN: 4.2675,
  RON: 5.0947,
  SEK: 10.7545,
  SGD: 1.4685,
  THB: 36.953,
  TRY: 50.7122,
  USD: 1.1476,
  ZAR: 19.2754,
};

export const referenceRates: ExchangeRates = {
  asOf: '2026-03-13',
  inEuro: Object.fromEntries(Object.entries(perEuro).map(([currency, units]) => [currency, 1 / units])),
};
