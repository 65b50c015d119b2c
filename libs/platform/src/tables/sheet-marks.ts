import type { TableFault } from './table.js';

/** A value that stands in one cell and holds for those below it, too. */
export interface MergedCells {
  /** Numbers of rows and of the column, from 1. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly column: number;
}

const place = String.raw`\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']`;
const error = /<(?:\w+:)?c\s([^<>]*\bt\s*=\s*["']e["'][^<>]*)>/g;
/** A formula, and what is written behind it of its result. */
const formula = /<(?:\w+:)?c\s([^<>]*)>\s*<(?:\w+:)?f\b[^<>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(<(?:\w+:)?v>[^<]?)?/g;
const merged = /<(?:\w+:)?mergeCell\s[^<>]*\bref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})["']/g;

/**
 * Cells in which a formula came to nothing, by their lines: the error that somebody sees there, or no result at all, as programs leave it that
 * write workbooks and calculate nothing. Read as an empty cell, either would clear what is known.
 * @param sheet its part of the workbook, byte by byte
 */
export function faultsOfFormulas(sheet: string): TableFault[] {
  const faults = new Map<number, TableFault>();
  const add = (attributes: string, detail: (cell: string) => string): void => {
    const [, letters, row] = new RegExp(place).exec(attributes) ?? [];
    const line = Number(row);
    if (letters !== undefined && !faults.has(line))
      faults.set(line, { line, kind: 'broken', detail: detail(letters + row) });
  };
  for (const [, attributes = ''] of sheet.matchAll(error))
    add(attributes, (cell) => `The cell ${cell} shows an error of its formula.`);
  for (const [, attributes = '', result = ''] of sheet.matchAll(formula)) {
    const isText = /\bt\s*=\s*["']str["']/.test(attributes);
    const hasResult = isText ? result !== '' : /[^>]$/.test(result);
    if (hasResult || /\bt\s*=\s*["']e["']/.test(attributes)) continue;
    add(
      attributes,
      (cell) =>
        `The formula of the cell ${cell} has no result: open the workbook in a spreadsheet program, and save it.`,
    );
  }
  return [...faults.values()];
}

/** Cells of a column that were merged into one. Merged side by side they stay the first one's alone: what goes over columns is a title. */
export function mergedCellsOf(sheet: string): MergedCells[] {
  return [...sheet.matchAll(merged)].flatMap(([, letters = '', first, last]) => {
    const [firstRow, lastRow] = [Number(first), Number(last)];
    return lastRow > firstRow ? [{ firstRow, lastRow, column: columnOf(letters) }] : [];
  });
}

/** The number of a column, from 1: `AB` is the 28th. */
export const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const sheetTag = /<(?:\w+:)?sheet\s([^<>]*)>/g;
const relationTag = /<(?:\w+:)?Relationship\s([^<>]*)>/g;
const attributeOf = (attributes: string, name: RegExp): string | undefined =>
  new RegExp(`(?:^|\\s)${name.source}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(attributes)
    ?.slice(1)
    .find((one) => one !== undefined);

/** A sheet by its place in the workbook, from 1, and by the part of the archive that holds its cells. */
interface VisibleSheet {
  readonly place: number;
  readonly part: string;
}

/**
 * The sheets that people see and that have cells: neither hidden ones nor charts.
 * @param workbook the part that lists the sheets
 * @param relations the part that says what each of them is
 */
export function visibleSheets(workbook: string, relations: string): VisibleSheet[] {
  const parts = new Map(
    [...relations.matchAll(relationTag)].flatMap(([, attributes = '']) => {
      const [id, target] = [attributeOf(attributes, /Id/), attributeOf(attributes, /Target/)];
      const isSheet = attributeOf(attributes, /Type/)?.endsWith('/worksheet') === true;
      return isSheet && target !== undefined ? [[id, target.startsWith('/') ? target.slice(1) : `xl/${target}`]] : [];
    }),
  );
  const named = [...workbook.matchAll(sheetTag)]
    .map(([, attributes = '']) => attributes)
    .filter((attributes) => attributeOf(attributes, /name/));
  return named.flatMap((attributes, at) => {
    const isHidden = /hidden/i.test(attributeOf(attributes, /state/) ?? '');
    const part = parts.get(attributeOf(attributes, /(?:\w+:)?id/));
    return isHidden || part === undefined ? [] : [{ place: at + 1, part }];
  });
}
