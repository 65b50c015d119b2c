import { DomainError } from '#domain';
import { type CsvLine, delimiterOf, readCsv, UnreadableCsv } from '#platform/csv';
import { rosterColumns } from './roster-columns.js';

export const maxRosterLines = 2_000;

/** A line of the file: its cells by column, or why it has none. */
export interface RosterLine {
  /** Where it begins in the file, from 1; the header is line 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string> | null;
}

/**
 * Reads a roster: comma, semicolon or tab, with or without BOM, any line ends, quotes as in RFC 4180.
 * @throws DomainError `roster.…` for what concerns the file as a whole
 */
export function readRoster(text: string): RosterLine[] {
  const [header, ...records] = readLines(text);
  if (header === undefined) throw new DomainError('roster.empty');
  const columns = columnsOf(header.cells);
  if (records.length === 0) throw new DomainError('roster.empty');
  if (records.length > maxRosterLines) throw new DomainError('roster.too-many-lines', { max: maxRosterLines });
  return records.map(({ line, cells }) => ({
    line,
    cells: cells.length === columns.length ? new Map(columns.map((column, at) => [column, cells[at] ?? ''])) : null,
  }));
}

function readLines(text: string): CsvLine[] {
  try {
    return readCsv(text, { delimiter: delimiterOf(text), quotes: 'strict' });
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    throw new DomainError('roster.not-csv', { detail: error.message });
  }
}

function columnsOf(names: readonly string[]): string[] {
  const columns = names.map((name) => {
    const known = rosterColumns.find((column) => column.name.toLowerCase() === name.toLowerCase());
    if (!known) throw new DomainError('roster.unknown-column', { detail: `The column "${name}" is not known.` });
    return known.name;
  });
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (twice !== undefined)
    throw new DomainError('roster.column-twice', { detail: `The column ${twice} is there twice.` });
  const missing = rosterColumns.find(({ name, required }) => required && !columns.includes(name));
  if (missing) throw new DomainError('roster.missing-column', { detail: `The column ${missing.name} is missing.` });
  return columns;
}
