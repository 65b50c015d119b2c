/** What a spreadsheet would take for a formula, or a command of its own. */
const looksLikeFormula = /^[=+\-@\t\r]/;
const isNumber = /^-?\d+(\.\d+)?$/;

/**
 * Rows as CSV (RFC 4180) with lines that end in CR LF. Words that a spreadsheet would run as a formula get an apostrophe in front
 * (https://owasp.org/www-community/attacks/CSV_Injection); numbers stay as they are.
 */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[], delimiter: ',' | ';' = ','): string =>
  rows.map((row) => `${row.map((cell) => cellOf(cell, delimiter)).join(delimiter)}\r\n`).join('');

function cellOf(value: string | number | null, delimiter: string): string {
  const text = value === null ? '' : String(value);
  const safe = looksLikeFormula.test(text) && !isNumber.test(text) ? `'${text}` : text;
  return /["\r\n]/.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
