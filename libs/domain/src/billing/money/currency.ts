/** Currencies in which a price may be agreed, with the number of digits of their minor unit (ISO 4217). */
// prettier-ignore
export const minorUnitDigits = {
  AED: 2, ARS: 2, AUD: 2, BHD: 3, BRL: 2, CAD: 2, CHF: 2, CLP: 0, CNY: 2, COP: 2,
  CZK: 2, DKK: 2, EUR: 2, GBP: 2, HKD: 2, HUF: 2, IDR: 2, ILS: 2, INR: 2, ISK: 0,
  JOD: 3, JPY: 0, KES: 2, KRW: 0, KWD: 3, MAD: 2, MXN: 2, MYR: 2, NGN: 2, NOK: 2,
  NZD: 2, OMR: 3, PEN: 2, PHP: 2, PLN: 2, RON: 2, RSD: 2, SAR: 2, SEK: 2, SGD: 2,
  THB: 2, TND: 3, TRY: 2, TWD: 2, UAH: 2, USD: 2, UYU: 2, VND: 0, ZAR: 2,
} as const;

/** An ISO 4217 code that the marketplace takes. */
export type Currency = keyof typeof minorUnitDigits;

export const currencies = Object.keys(minorUnitDigits) as readonly Currency[];

export const isCurrency = (code: string): code is Currency => Object.hasOwn(minorUnitDigits, code);
