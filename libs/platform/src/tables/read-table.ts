import { type CsvDelimiter, delimiterOf, plainLines, readCsvAroundBreaks, UnreadableCsv } from '../csv/index.js';
import { decodeText, type FileRemark, UnreadableText } from './file-text.js';
import { type Table, type TableFile, tableOf, type TableOptions, UnreadableTable } from './table.js';
import { isWorkbook, readWorkbook, workbookText } from './workbook.js';

/** The first bytes of what Excel wrote before 2007, and of what it writes around a password. */
const oldWorkbook = [0xd0, 0xcf, 0x11, 0xe0] as const;

/**
 * Reads a table: a workbook, or text with commas, semicolons or tabs between the cells. What it is, its bytes say.
 * @throws UnreadableTable
 */
export async function readTable({ bytes, charset }: TableFile, options: TableOptions): Promise<Table> {
  if (isWorkbook(bytes)) return readWorkbook(bytes, options);
  const { text, remarks } = textOf({ bytes, charset });
  return readTextTable(text, options, remarks);
}

/**
 * What a table says as text, each line under the number that `readTable` tells of it; lines end as in Unix.
 * @throws UnreadableTable
 */
export async function tableText({ bytes, charset }: TableFile, options: TableOptions): Promise<string> {
  return isWorkbook(bytes) ? workbookText(bytes, options) : plainLines(textOf({ bytes, charset }).text);
}

function textOf({ bytes, charset }: TableFile): ReturnType<typeof decodeText> {
  if (oldWorkbook.every((byte, at) => bytes[at] === byte)) {
    const detail =
      'It is a workbook of Excel before 2007 (.xls), or one with a password: save it as .xlsx without one, or as CSV.';
    throw new UnreadableTable('unreadable', detail);
  }
  try {
    return decodeText(bytes, charset);
  } catch (error) {
    if (error instanceof UnreadableText) throw new UnreadableTable('unreadable', error.message);
    throw error;
  }
}

/**
 * The same of text: with or without BOM, any line ends, quotes as in RFC 4180, and the `sep=;` in front by which Excel
 * knows the delimiter.
 * @throws UnreadableTable
 */
export function readTextTable(written: string, options: TableOptions, remarks: readonly FileRemark[] = []): Table {
  const { text, delimiter, skipped } = withoutSeparatorLine(plainLines(written));
  const header = /^\s*([^\n]*)/.exec(text)?.[1] ?? '';
  const quotes = options.quotesOf(
    header.split(delimiter).map((name) => name.trim()),
    delimiter,
  );
  try {
    // One more than the header and as many as are taken: that there are too many is all that is to be known.
    const { lines, broken } = readCsvAroundBreaks(text, { delimiter, quotes, maxRecords: options.maxRows + 2 });
    return tableOf(
      lines.map(({ line, cells }) => ({ line: line + skipped, cells })),
      broken.map(({ line, problem }) => ({ line: line + skipped, kind: 'broken', detail: `${problem}.` })),
      remarks,
    );
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    throw new UnreadableTable('unreadable', `Line ${error.line + skipped}: ${error.problem}.`);
  }
}

function withoutSeparatorLine(text: string): { text: string; delimiter: CsvDelimiter; skipped: number } {
  const [line, separator] = /^"?sep=(.)"?[;,\t ]*(?:\n|$)/i.exec(text) ?? [];
  if (line === undefined) return { text, delimiter: delimiterOf(text), skipped: 0 };
  if (separator !== ',' && separator !== ';' && separator !== '\t') {
    throw new UnreadableTable(
      'unreadable',
      `Line 1: ${separator} between cells is not taken; comma, semicolon and tab are.`,
    );
  }
  return { text: text.slice(line.length), delimiter: separator, skipped: 1 };
}
