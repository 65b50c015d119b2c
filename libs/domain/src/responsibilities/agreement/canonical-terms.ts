import type { AgreementTerms } from './agreement-terms.js';

/**
 * The terms as one deterministic text. Its SHA-256 is the version's content hash, so the text says for ever what it
 * said when the first agreement was accepted: the two terms of cancellation stand together there, under their first names,
 * and of parties that no term named, or of an hour without a price, there is nothing.
 */
export function canonicalTerms({
  freeCancellationHours,
  lateFeeBps,
  parties,
  hourlyRate,
  ...terms
}: AgreementTerms): string {
  const cancellation = { freeUntilHours: freeCancellationHours, lateFeeBps };
  const said = { ...(parties !== null && { parties }), ...(hourlyRate !== null && { hourlyRate }) };
  return canonicalText({ ...terms, cancellation, ...said });
}

/**
 * JSON without white space, keys in the order of their UTF-16 code units, numbers and strings as ECMAScript writes them
 * (the scheme of RFC 8785).
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
