import type { CsvDelimiter, CsvForm } from '../csv/index.js';
import type { FileRemark } from './file-text.js';

/** A row that can be read: as many cells as there are columns, without spaces around them. */
export interface TableRow {
  /** Where it begins in the file, from 1; of a sheet, the number that the program shows beside it. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A line that can't be read; it holds no other up. */
export interface TableFault {
  readonly line: number;
  readonly kind: 'broken' | 'cell-count';
  readonly detail: string;
}

export interface Table {
  /** Without those at the end that have no name. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** In the order of their lines. */
  readonly faults: readonly TableFault[];
  readonly remarks: readonly FileRemark[];
}

/** The file as a whole can't be read. */
export class UnreadableTable extends Error {
  constructor(
    readonly kind: 'empty' | 'unreadable' | 'column-twice',
    readonly detail: string,
  ) {
    super(detail);
    this.name = 'UnreadableTable';
  }
}

/** Bytes that somebody sent, and what she said of them. */
export interface TableFile {
  readonly bytes: Uint8Array;
  /** Null where nothing was said. */
  readonly charset: string | null;
}

export interface TableOptions {
  /** Lines below the header after which nothing is read any more. */
  readonly maxRows: number;
  /** What quotes in text files are, by the names of the columns and what stands between them. */
  readonly quotesOf: (columns: readonly string[], delimiter: CsvDelimiter) => CsvForm['quotes'];
}

interface WrittenLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows under their header. Columns at the end that have no name and no cell are left out, as spreadsheets write them; a
 * line with NUL is lost.
 * @throws UnreadableTable
 */
export function tableOf(
  [header, ...lines]: readonly WrittenLine[],
  broken: readonly TableFault[],
  remarks: readonly FileRemark[],
): Table {
  const [firstBroken] = broken;
  if (firstBroken && firstBroken.line < (header?.line ?? Infinity)) {
    throw new UnreadableTable('unreadable', `Line ${firstBroken.line}: ${firstBroken.detail}`);
  }
  if (header === undefined) throw new UnreadableTable('empty', 'There is no line with the names of the columns.');
  const columns = header.cells.slice(0, filledCount(header.cells));
  if (columns.some(holdsNul)) throw new UnreadableTable('unreadable', `Line ${header.line}: ${nulDetail}`);
  const twice = columns.find((name, at) => name !== '' && columns.findIndex(isSame(name)) !== at);
  if (twice !== undefined) throw new UnreadableTable('column-twice', `The column ${twice} is there twice.`);
  const rows: TableRow[] = [];
  const faults = [...broken];
  for (const { line, cells } of lines) {
    const count = Math.max(columns.length, filledCount(cells));
    if (cells.some(holdsNul)) faults.push({ line, kind: 'broken', detail: nulDetail });
    else if (count === columns.length && cells.length >= count) rows.push({ line, cells: cells.slice(0, count) });
    else faults.push({ line, kind: 'cell-count', detail: countDetail(Math.min(count, cells.length), columns.length) });
  }
  return { columns, rows, faults: faults.sort((one, other) => one.line - other.line), remarks };
}

const nulDetail = 'The line holds NUL, which is no text.';
const countDetail = (count: number, wanted: number): string => `The line has ${count} cells, the header ${wanted}.`;
const holdsNul = (cell: string): boolean => cell.includes('\0');
const isSame = (name: string) => (other: string) => other.toLowerCase() === name.toLowerCase();

function filledCount(cells: readonly string[]): number {
  let count = cells.length;
  while (count > 0 && cells[count - 1] === '') count -= 1;
  return count;
}
