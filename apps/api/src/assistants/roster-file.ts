import { DomainError } from '#domain';
import { delimiterOf, readCsvAroundBreaks, UnreadableCsv } from '#platform/csv';
import { referenceOf } from '#text';
import { rosterColumns } from './roster-columns.js';

export const maxRosterLines = 2_000;

/** A line of the file: its cells by column, or the code of why it has none. */
export interface RosterLine {
  /** Where it begins in the file, from 1; the header is line 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string> | 'roster.column-count' | 'roster.broken-line';
}

/**
 * Reads a roster: comma, semicolon or tab, with or without BOM, any line ends, quotes as in RFC 4180. A line with a stray
 * quote is broken by itself; those after it are read. What a cell says stands on one line, however it is broken.
 * @throws DomainError `roster.…` for what concerns the file as a whole
 */
export function readRoster(text: string): RosterLine[] {
  const { lines, broken } = readLines(text);
  const [header, ...records] = lines;
  const [firstBroken] = broken;
  if (firstBroken && firstBroken.line < (header?.line ?? Infinity)) {
    throw new DomainError('roster.not-csv', { detail: `Line ${firstBroken.line}: ${firstBroken.problem}.` });
  }
  if (header === undefined) throw new DomainError('roster.empty');
  const columns = columnsOf(header.cells);
  const count = records.length + broken.length;
  if (count === 0) throw new DomainError('roster.empty');
  if (count > maxRosterLines) throw new DomainError('roster.too-many-lines', { max: maxRosterLines });
  const read = records.map(({ line, cells }): RosterLine => {
    if (cells.length !== columns.length) return { line, cells: 'roster.column-count' };
    return { line, cells: new Map(columns.map((column, at) => [column, referenceOf(cells[at] ?? '')])) };
  });
  return [...read, ...broken.map(({ line }): RosterLine => ({ line, cells: 'roster.broken-line' }))];
}

function readLines(text: string): ReturnType<typeof readCsvAroundBreaks> {
  try {
    // One more than the header and as many as are taken: that there are too many is all that is to be known.
    return readCsvAroundBreaks(text, {
      delimiter: delimiterOf(text),
      quotes: 'strict',
      maxRecords: maxRosterLines + 2,
    });
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
