import { CsvError, parse } from 'csv-parse/sync';

/** A record that isn't blank: where it begins in the text, from 1, and its cells without spaces around them. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

const delimiters = [',', ';', '\t'] as const;
export type CsvDelimiter = (typeof delimiters)[number];

export interface CsvForm {
  readonly delimiter: CsvDelimiter;
  /** `strict`: as in RFC 4180. `relaxed`: within a cell they are text like any other. `none`: they always are. */
  readonly quotes: 'strict' | 'relaxed' | 'none';
  /** Bytes of a record; without a bound, a quote that nobody closes takes the rest of the text with it. */
  readonly maxRecordBytes?: number;
  /** Records after which nothing is read any more; what comes then isn't told. */
  readonly maxRecords?: number;
}

/** There are as many records as anybody wants. */
class Enough extends Error {}

/** The text is not CSV from this line on. */
export class UnreadableCsv extends Error {
  constructor(
    readonly line: number,
    readonly problem: string,
  ) {
    super(`Line ${line}: ${problem}.`);
    this.name = 'UnreadableCsv';
  }
}

/** Without a BOM and with one kind of line end, as the parser would count a CR LF within quotes as two. */
export const plainLines = (text: string): string => text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');

/** What the header is written with: names of columns rarely hold any, so the one that occurs most it is. */
export function delimiterOf(text: string): CsvDelimiter {
  const header = /^\s*([^\r\n]*)/.exec(text)?.[1] ?? '';
  const count = (delimiter: string): number => header.split(delimiter).length;
  return delimiters.reduce((best, other) => (count(other) > count(best) ? other : best));
}

/**
 * Calls back with each record of CSV that isn't blank, with the line on which it ends. What `onRecord` throws ends the reading,
 * and so do as many records as are wanted.
 * @param text as `plainLines` gives it
 * @throws UnreadableCsv
 */
export function parseCsv(
  text: string,
  form: CsvForm,
  onRecord: (record: CsvLine & { lastLine: number }) => void,
): void {
  const { maxRecords = Infinity } = form;
  let [after, filled] = [1, 0];
  try {
    parse(text, {
      delimiter: form.delimiter,
      quote: form.quotes === 'none' ? null : '"',
      relaxQuotes: form.quotes === 'relaxed',
      maxRecordSize: form.maxRecordBytes ?? 0,
      recordDelimiter: '\n',
      relaxColumnCount: true,
      trim: true,
      skipEmptyLines: true,
      onRecord: (cells: string[], { lines }) => {
        after = lines + 1;
        if (cells.every((cell) => cell === '')) return null;
        onRecord({ line: lines - lineEndsIn(cells), lastLine: lines, cells });
        filled += 1;
        if (filled >= maxRecords) throw new Enough();
        return null;
      },
    });
  } catch (error) {
    if (error instanceof Enough) return;
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableCsv(firstFilledLine(text, after), error.message.replace(/\.$/, ''));
  }
}

/** Those within quotes: the others end records. */
const lineEndsIn = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => (cell.includes('\n') ? count + cell.split('\n').length - 1 : count), 0);

/** The first line at or after this one that isn't blank. */
function firstFilledLine(text: string, after: number): number {
  let at = 0;
  for (let line = 1; ; line += 1) {
    const end = text.indexOf('\n', at);
    if (end === -1 || (line >= after && text.slice(at, end).trim() !== '')) return Math.max(line, after);
    at = end + 1;
  }
}
