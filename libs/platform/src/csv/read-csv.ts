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

type OnRecord = (record: CsvLine & { readonly lastLine: number }) => void;

/** There are as many records as anybody wants. */
class Enough extends Error {}

/** On this line ends the last of so many blank records in a row that those after it are passed over by hand. */
class Gap extends Error {
  constructor(readonly line: number) {
    super();
  }
}

/** The parser takes thirty microseconds for each record of another width than the first, and blank ones are not limited in number. */
const maxBlankInARow = 100;

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
export function parseCsv(text: string, form: CsvForm, onRecord: OnRecord): void {
  const wanted = form.maxRecords ?? Infinity;
  let [rest, passed, filled] = [text, 0, 0];
  const onFilled: OnRecord = ({ line, lastLine, cells }) => {
    onRecord({ line: passed + line, lastLine: passed + lastLine, cells });
    filled += 1;
    if (filled >= wanted) throw new Enough();
  };
  while (rest !== '') {
    try {
      parseToGap(rest, form, onFilled);
      return;
    } catch (error) {
      if (error instanceof Enough) return;
      if (error instanceof UnreadableCsv) throw new UnreadableCsv(passed + error.line, error.problem);
      if (!(error instanceof Gap)) throw error;
      const end = endOfBlankLines(rest, error.line, form.delimiter);
      passed += end.lines;
      rest = rest.slice(end.at);
    }
  }
}

function parseToGap(text: string, form: CsvForm, onFilled: OnRecord): void {
  let [after, blank] = [1, 0];
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
        if (cells.some((cell) => cell !== '')) {
          blank = 0;
          onFilled({ line: lines - lineEndsIn(cells), lastLine: lines, cells });
        } else if ((blank += 1) === maxBlankInARow) throw new Gap(lines);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableCsv(firstFilledLine(text, after), error.message.replace(/\.$/, ''));
  }
}

/** Behind the blank lines that follow this one: where in the text that is, and on how many lines. */
function endOfBlankLines(text: string, line: number, delimiter: CsvDelimiter): { at: number; lines: number } {
  const isBlank = new RegExp(`[${delimiter}\\s]*?\\n`, 'y');
  let [at, lines] = [0, 0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', at)) {
    isBlank.lastIndex = at;
    if (lines >= line && !isBlank.test(text)) break;
    [at, lines] = [end + 1, lines + 1];
  }
  return { at, lines };
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
