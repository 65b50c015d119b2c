/** What a spreadsheet would take for a formula, or a command of its own. */
const looksLikeFormula = /^[=+\-@\t\r]/;
/** With the sign for decimals of either kind of country. */
const isNumber = /^-?\d+([.,]\d+)?$/;

/**
 * Rows as CSV (RFC 4180) with lines that end in CR LF. Words that a spreadsheet would run as a formula get an apostrophe in front
 * (https://owasp.org/www-community/attacks/CSV_Injection); numbers stay as they are.
 */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[], delimiter: ',' | ';' = ','): string =>
  rows.map((row) => `${row.map((cell) => cellOf(cell, delimiter)).join(delimiter)}\r\n`).join('');

function cellOf(value: string | number | null, delimiter: string): string {
  const text = value === null ? '' : String(value);
  return quoted(looksLikeFormula.test(text) && !isNumber.test(text) ? `'${text}` : text, delimiter);
}

/** A line of CSV to the letter, without its end: for programs that read it, and not for spreadsheets. */
export const exactCsvLine = (cells: readonly string[]): string => cells.map((cell) => quoted(cell, ',')).join(',');

const quoted = (text: string, delimiter: string): string =>
  /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
