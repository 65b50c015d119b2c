import { readSheet } from 'read-excel-file/universal';
import { exactCsvLine } from '../csv/index.js';
import type { FileRemark } from './file-text.js';
import { columnOf, faultsOfFormulas, type MergedCells, mergedCellsOf, visibleSheets } from './sheet-marks.js';
import { type Table, tableOf, type TableOptions, UnreadableTable } from './table.js';
import { repackWorkbook } from './workbook-archive.js';

/** Rows times columns, empty cells between them too. */
const maxCells = 4_000_000;
/** Characters of all cells: a text that stands in many of them is kept once by a workbook, and not by who reads it. */
const maxCharacters = 40_000_000;
/** As many as Excel lets a cell have. */
const maxCellLength = 32_767;

/** Whether the bytes are an archive, as workbooks since Excel 2007 are. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  [0x50, 0x4b, 0x03, 0x04].every((byte, at) => bytes[at] === byte);

/**
 * The first sheet of a workbook (.xlsx) that isn't hidden. Numbers are read as they are shown, without what floating point adds; dates as
 * `YYYY-MM-DD`; formulas by their results, and cells that are merged downwards by the first of them.
 * @throws UnreadableTable
 */
export async function readWorkbook(bytes: Uint8Array, options: TableOptions): Promise<Table> {
  const { lines, faults, sheetCount } = await readSheetLines(bytes, options);
  const broken = new Set(faults.map(({ line }) => line));
  const whole = lines.filter(({ line }) => !broken.has(line));
  return tableOf(whole, faults, sheetCount > 1 ? [firstSheetOnly(sheetCount)] : []);
}

/**
 * The same as CSV, in which each line stands where it does in the sheet: what breaks within a cell goes on behind a space.
 * @throws UnreadableTable
 */
export async function workbookText(bytes: Uint8Array, options: TableOptions): Promise<string> {
  const { lines } = await readSheetLines(bytes, options);
  const text: string[] = [];
  for (const { line, cells } of lines) {
    while (text.length < line - 1) text.push('');
    text.push(exactCsvLine(cells.map((cell) => cell.replaceAll(/\s+/g, ' '))));
  }
  return `${text.join('\n')}\n`;
}

async function readSheetLines(bytes: Uint8Array, { maxRows }: Pick<TableOptions, 'maxRows'>) {
  const { archive, parts } = await repackWorkbook(bytes);
  for (const [name, sheet] of parts) if (name.startsWith('xl/worksheets/')) assertBounded(sheet);
  const part = (name: string): string => parts.get(name)?.toString('latin1') ?? '';
  const visible = visibleSheets(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'));
  const [first] = visible;
  if (first === undefined) throw new UnreadableTable('unreadable', 'The workbook has no sheet that can be seen.');
  const rows = await rowsOf(archive, first.place);
  const sheet = part(first.part);
  fillDown(rows, mergedCellsOf(sheet));
  let characters = 0;
  const lines = [];
  for (const [at, row] of rows.entries()) {
    if (lines.length > maxRows + 1) break;
    const cells = row.map(textOf);
    characters += cells.reduce((sum, { length }) => sum + length, 0);
    if (characters > maxCharacters || cells.some(({ length }) => length > maxCellLength)) throw tooMuch();
    if (cells.some((cell) => cell !== '')) lines.push({ line: at + 1, cells });
  }
  return { lines, faults: faultsOfFormulas(sheet), sheetCount: visible.length };
}

const firstSheetOnly = (count: number): FileRemark => ({
  code: 'first-sheet-only',
  detail: `The workbook has ${count} sheets that are not hidden; the first one was read.`,
});

type Cell = string | boolean | Date | null;

async function rowsOf(archive: Buffer, sheet: number): Promise<Cell[][]> {
  const bytes = new Uint8Array(archive).buffer;
  try {
    const options = { trim: false, parseNumber: asShown };
    return (await readSheet(bytes, sheet, options)) as unknown as Cell[][];
  } catch (error) {
    throw new UnreadableTable('unreadable', `The workbook could not be read: ${(error as Error).message}`);
  }
}

function fillDown(rows: readonly Cell[][], merged: readonly MergedCells[]): void {
  let filled = 0;
  for (const { firstRow, lastRow, column } of merged) {
    const value = rows[firstRow - 1]?.[column - 1] ?? null;
    for (const row of value === null ? [] : rows.slice(firstRow, lastRow)) {
      if ((filled += 1) > maxCells) throw tooMuch();
      row[column - 1] ??= value;
    }
  }
}

/** Excel shows fifteen digits at most, and writes down all that floating point has. */
const asShown = (written: string): string => String(Number(Number(written).toPrecision(15)));

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  return String(cell).trim();
}

/**
 * A few bytes can name the last cell that a sheet may have, and all before it would be laid out. Whatever is written like the
 * place of a row or a cell has to be one, so that nothing reads it otherwise.
 */
function assertBounded(sheet: Buffer): void {
  let [rows, columns] = [0, 0];
  for (const [, double, single] of sheet.toString('latin1').matchAll(/\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const [, letters, number] = /^([A-Z]{0,3})(\d{1,7})$/.exec(double ?? single ?? '') ?? [];
    if (letters === undefined) throw new UnreadableTable('unreadable', 'A cell of the workbook stands nowhere.');
    rows = Math.max(rows, Number(number));
    columns = Math.max(columns, columnOf(letters));
  }
  if (rows * columns > maxCells) throw tooMuch();
}

const tooMuch = (): UnreadableTable =>
  new UnreadableTable(
    'unreadable',
    'The sheet is larger than what is read: look for cells far below or beside the others.',
  );
