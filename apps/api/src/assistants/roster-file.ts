import { DomainError } from '#domain';
import { CsvError, parse } from 'csv-parse/sync';
import { rosterColumns } from './roster-columns.js';

export const maxRosterLines = 2_000;

/** A line of the file: its cells by column, or why it has none. */
export interface RosterLine {
  /** Where it begins in the file, from 1; the header is line 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string> | null;
}

interface CsvRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a roster: comma or semicolon, with or without BOM, any line ends, quotes as in RFC 4180.
 * @throws DomainError `roster.…` for what concerns the file as a whole
 */
export function readRoster(text: string): RosterLine[] {
  const [header, ...records] = readRecords(text);
  if (header === undefined) throw new DomainError('roster.empty');
  const columns = columnsOf(header.cells);
  if (records.length === 0) throw new DomainError('roster.empty');
  if (records.length > maxRosterLines) throw new DomainError('roster.too-many-lines', { max: maxRosterLines });
  return records.map(({ line, cells }) => ({
    line,
    cells: cells.length === columns.length ? new Map(columns.map((column, at) => [column, cells[at] ?? ''])) : null,
  }));
}

function readRecords(text: string): { line: number; cells: string[] }[] {
  let begin = 1;
  // One kind of line end, as the parser would count a CR LF within quotes as two.
  return parseCsv(text.replaceAll(/\r\n?/g, '\n')).flatMap(({ record, info }) => {
    const line = begin;
    begin = info.lines + 1;
    return record.every((cell) => cell === '') ? [] : [{ line, cells: record }];
  });
}

function parseCsv(text: string): CsvRecord[] {
  try {
    // The type of the parsed records doesn't know of `info`.
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relaxColumnCount: true,
      trim: true,
    }) as unknown as CsvRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DomainError('roster.not-csv', { detail: `Line ${String(error['lines'] ?? 1)}: ${error.message}.` });
  }
}

/** What the header is written with: names of columns hold neither, so the one that occurs more often it is. */
function delimiterOf(text: string): ',' | ';' {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  return header.split(';').length > header.split(',').length ? ';' : ',';
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
