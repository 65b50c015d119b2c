import { type Currency, minorUnitDigits } from '#domain';

/** An amount as a plain decimal with a point: `-12.50`. */
export function amountText(minor: number | string, currency: string): string {
  const digits = minorUnitDigits[currency as Currency];
  const text = String(minor);
  const negative = text.startsWith('-');
  const padded = text.replace('-', '').padStart(digits + 1, '0');
  const whole = digits === 0 ? padded : padded.slice(0, -digits);
  return `${negative ? '-' : ''}${whole}${digits === 0 ? '' : `.${padded.slice(-digits)}`}`;
}
