import type { AgreementTerms } from './agreement-terms.js';

/**
 * The terms as one deterministic text: JSON without white space, keys in the order of their UTF-16 code units,
 * numbers and strings as ECMAScript writes them (the scheme of RFC 8785). Its SHA-256 is the version's content hash.
 */
export const canonicalTerms = (terms: AgreementTerms): string => canonical(terms);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
