import { type Currency, minorUnitDigits } from '#domain';

export type Decimal = ',' | '.';

/** Currencies and spaces that stand beside digits, and the apostrophe by which Switzerland groups them. */
const beside = /[\s€£$¥'’\u00a0\u202f]|(?<!\p{L})(?:EUR|GBP|USD|CHF)(?!\p{L})/giu;
/** What went out, as banks write it: a minus before or behind, brackets, or the letters of debit (D, DR, and Spain's "debe"). */
const outgoing = /^\((.*)\)$|^(.*)-$|^-(.*)$|^(.*?)(?:DR|DB|D)$/iu;
/** And of credit (C, CR, and "haber"). */
const incoming = /^\+(.*)$|^(.*?)(?:CR|C|H)$/iu;

const bareOf = (text: string): string => text.replaceAll(beside, '').replaceAll(/[\u2212\u2013]/g, '-');
const inner = (found: RegExpExecArray | null): string | undefined => found?.slice(1).find((part) => part !== undefined);

/** Digits are grouped by the other sign, in threes (or as in India), or by none. */
const forms: Readonly<Record<Decimal, RegExp>> = {
  '.': /^(\d{1,3}(?:,\d{2,3})*,\d{3}|\d+)?(?:\.(\d*))?$/,
  ',': /^(\d{1,3}(?:\.\d{2,3})*\.\d{3}|\d+)?(?:,(\d*))?$/,
};

/** An amount in minor units, below nothing for what went out; null for what is none, or has more digits than the currency. */
export function writtenMinor(text: string, decimal: Decimal, currency: Currency): number | null {
  const bare = bareOf(text);
  const out = inner(outgoing.exec(bare));
  const digits = out ?? inner(incoming.exec(bare)) ?? bare;
  const [found, whole = '', fraction = ''] = forms[decimal].exec(digits) ?? [];
  const kept = fraction.replace(/0+$/, '');
  const plain = whole.replaceAll(/\D/g, '');
  if (found === undefined || `${plain}${fraction}` === '' || plain.length > 12) return null;
  if (kept.length > minorUnitDigits[currency]) return null;
  const minor = Number(`${plain}${kept.padEnd(minorUnitDigits[currency], '0')}`);
  return out === undefined || minor === 0 ? minor : 0 - minor;
}

/** By which sign decimals are parted: that which stands before one or two digits at the end of an amount. */
export const decimalOf = (amounts: readonly string[]): Decimal =>
  amounts.some((text) => /,\d{1,2}(?:\D*)$/.test(bareOf(text))) ? ',' : '.';
