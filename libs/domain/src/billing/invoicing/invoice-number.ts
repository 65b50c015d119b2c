/** Documents that an issuer numbers apart: invoices, and what corrects them. */
export type NumberedDocument = 'invoice' | 'credit-note';

/** What stands before the year, after the issuer's own prefix. */
const letters: Readonly<Record<NumberedDocument, string>> = { invoice: '', 'credit-note': 'R' };

/** The series of a kind of document of an issuer that begins its numbers with `prefix`, which may be empty. */
export const seriesOf = (prefix: string, document: NumberedDocument): string => `${prefix}${letters[document]}`;

/**
 * A number within a series and a year, such as `2026-0001`, `R2026-0001`, or `BCN-2026-0001`.
 * @param counted 1 for the first of the year
 */
export function documentNumber(series: string, year: string, counted: number): string {
  const prefix = series === '' || /[A-Z]$/.test(series) ? series : `${series}-`;
  return `${prefix}${year}-${String(counted).padStart(4, '0')}`;
}
