import { DomainError } from '#domain';
import {
  readTable,
  type Table,
  type TableFile,
  type TableOptions,
  type TableRow,
  tableText,
  UnreadableTable,
} from '#platform/tables';
import { referenceOf } from '#text';
import { rosterColumns } from './roster-columns.js';

export const maxRosterLines = 2_000;

/** A line of the file: its cells by column, or the code of why it has none. */
export interface RosterLine {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string> | RosterFault;
}

interface RosterFault {
  readonly code: 'roster.column-count' | 'roster.broken-line';
  readonly reason: string;
}

export interface RosterFile {
  readonly lines: readonly RosterLine[];
  readonly remarks: Table['remarks'];
}

const unreadable: Readonly<Record<UnreadableTable['kind'], string>> = {
  empty: 'roster.empty',
  unreadable: 'roster.not-csv',
  'column-twice': 'roster.column-twice',
};
const faults = { broken: 'roster.broken-line', 'cell-count': 'roster.column-count' } as const;

/**
 * Reads a roster: a workbook, or CSV as `readTable` takes it. A line with a stray quote is broken by itself; those after it
 * are read. What a cell says stands on one line, however it is broken.
 * @throws DomainError `roster.…` for what concerns the file as a whole
 */
export async function readRosterFile(file: TableFile): Promise<RosterFile> {
  const { columns: names, rows, faults: broken, remarks } = await tableOf(file);
  const columns = columnsOf(names, rows);
  const count = rows.length + broken.length;
  if (count === 0) throw new DomainError('roster.empty');
  if (count > maxRosterLines) throw new DomainError('roster.too-many-lines', { max: maxRosterLines });
  const lines = [
    ...rows.map(({ line, cells }): RosterLine => ({ line, cells: cellsOf(cells, columns) })),
    ...broken.map(({ line, kind, detail: reason }) => ({ line, cells: { code: faults[kind], reason } })),
  ];
  return { lines, remarks };
}

const options: TableOptions = { maxRows: maxRosterLines, quotesOf: () => 'strict' };

/** The same roster as CSV, each line under its number, for cells to be put right in it; of one that can be read. */
export const rosterText = (file: TableFile): Promise<string> => tableText(file, options);

async function tableOf(file: TableFile): Promise<Table> {
  try {
    return await readTable(file, options);
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    throw new DomainError(unreadable[error.kind], { detail: error.detail });
  }
}

const cellsOf = (cells: readonly string[], columns: readonly (string | null)[]): ReadonlyMap<string, string> =>
  new Map(columns.flatMap((column, at) => (column === null ? [] : [[column, referenceOf(cells[at] ?? '')] as const])));

/** Null for a column without a name in which nothing stands. */
function columnsOf(names: readonly string[], rows: readonly TableRow[]): (string | null)[] {
  const columns = names.map((name, at) => {
    if (name === '' && rows.every(({ cells }) => cells[at] === '')) return null;
    const known = rosterColumns.find((column) => column.name.toLowerCase() === name.toLowerCase());
    if (!known) throw new DomainError('roster.unknown-column', { detail: `The column "${name}" is not known.` });
    return known.name;
  });
  const missing = rosterColumns.find(({ name, required }) => required && !columns.includes(name));
  if (missing) throw new DomainError('roster.missing-column', { detail: `The column ${missing.name} is missing.` });
  return columns;
}
