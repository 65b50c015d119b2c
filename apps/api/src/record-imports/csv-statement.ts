import type { ColumnMappingDto, StatementColumnDto } from '#contracts';
import { type CsvDelimiter, delimiterOf, readCsvAroundBreaks, UnreadableCsv } from '#platform/csv';
import { type BrokenLine, refusal, type WrittenLines } from './bank-line.js';
import { columns as allColumns, guessedMapping, knownColumns } from './statement-columns.js';
import { isoDate } from './written-date.js';

export const maxLines = 5_000;
/** Lines in front of the table, in which banks say whose account it is and what was in it. */
export const mostInFront = 40;
/** Columns of a file that are looked at, and lines that are shown of each. */
const most = { columns: 60, samples: 3, sampleLength: 60 } as const;
/** What a line with the names of columns has at most, and of each of them. */
const head = { characters: 5_000, name: 100 } as const;
const delimiters: readonly CsvDelimiter[] = [';', ',', '\t'];

/**
 * The lines of a statement in CSV, by what its columns are called.
 * @param kept what was said of the columns; guessed where that is null
 * @throws DomainError `record-import.unreadable`, `record-import.unknown-columns`
 */
export function csvStatement(text: string, kept: ColumnMappingDto | null): WrittenLines {
  const { names, records, broken } = tableOf(text, kept);
  const mapping = kept ?? guessed(names, records)?.mapping;
  if (mapping === undefined) {
    throw refusal('unknown-columns', `Say which columns are meant of: ${names.join(', ').slice(0, 300)}.`);
  }
  const place = (name: string | undefined): number => {
    if (name === undefined) return -1;
    const at = names.findIndex((known) => isSame(known, name));
    if (at === -1) throw refusal('unknown-columns', `There is no column "${name}": ${names.join(', ').slice(0, 300)}.`);
    return at;
  };
  const [date, amount, description] = [place(mapping.date), place(mapping.amount), place(mapping.description)];
  const [outgoing, counterpart] = [place(mapping.outgoing), place(mapping.counterpart)];
  const reference = place(mapping.reference);
  const lines = records.map(({ line, cells }) => {
    const out = cells[outgoing] ?? '';
    const isOutgoing = /[1-9]/.test(out);
    return {
      line,
      on: isoDate(cells[date] ?? '', mapping.dateOrder),
      amount: isOutgoing ? out : (cells[amount] ?? ''),
      decimal: mapping.decimal,
      isOutgoing,
      currency: '',
      description: cells[description] ?? '',
      counterpart: cells[counterpart] ?? '',
      reference: cells[reference] ?? '',
    };
  });
  return { lines, broken };
}

/**
 * The columns of a CSV with the first of what is in them, and what they mean by their names.
 * @throws DomainError `record-import.unreadable`
 */
export function csvColumns(text: string): {
  columns: StatementColumnDto[];
  mapping: ColumnMappingDto | null;
  dateOrderIsSure: boolean;
} {
  const { names, records } = tableOf(text, null);
  const columns = names.slice(0, most.columns).map((name, at) => ({
    name,
    samples: records.slice(0, most.samples).map(({ cells }) => (cells[at] ?? '').trim().slice(0, most.sampleLength)),
  }));
  const found = guessed(names, records);
  return {
    columns: columns.filter(({ name }) => name !== ''),
    mapping: found?.mapping ?? null,
    dateOrderIsSure: found?.dateOrderIsSure ?? false,
  };
}

type CsvRecord = { readonly line: number; readonly cells: readonly string[] };
interface CsvTable {
  readonly names: readonly string[];
  readonly records: readonly CsvRecord[];
  readonly broken: readonly BrokenLine[];
}

const guessed = (names: readonly string[], records: readonly CsvRecord[]) =>
  guessedMapping(names, (name) => records.map(({ cells }) => cells[names.indexOf(name)] ?? ''));

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.trim().toLowerCase();

function tableOf(text: string, kept: ColumnMappingDto | null): CsvTable {
  const { delimiter, at, skipped } = headOf(text, kept);
  try {
    const form = { delimiter, quotes: 'relaxed', maxRecords: maxLines + 2 } as const;
    const { lines, broken } = readCsvAroundBreaks(text.slice(at), form);
    const [header, ...records] = lines.map(({ line, cells }) => ({ line: line + skipped, cells }));
    const names = (header?.cells ?? []).map((name) => name.trim().slice(0, head.name));
    const width = filled(names);
    const isWider = ({ cells }: CsvRecord): boolean => filled(cells) > width;
    return {
      names,
      // An amount whose comma nobody quoted would be read as another one.
      records: records.filter((record) => !isWider(record)),
      broken: [
        ...broken.map(({ line, problem }) => ({ line: line + skipped, detail: `${problem}.` })),
        ...records.filter(isWider).map(({ line, cells }) => ({
          line,
          detail: `The line has ${filled(cells)} cells, the header ${width}.`,
        })),
      ],
    };
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    throw refusal('unreadable', `Line ${error.line + skipped}: ${error.problem}.`);
  }
}

const filled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1;

/**
 * Where the names of the columns stand, and what stands between them: in the line that has those that were said, or the most
 * that are known; in the first one where none has any.
 */
function headOf(text: string, kept: ColumnMappingDto | null): { delimiter: CsvDelimiter; at: number; skipped: number } {
  const first = text.split('\n', mostInFront + 1);
  const wanted = kept === null ? null : allColumns.flatMap((column) => kept[column] ?? []);
  let best = { score: 0, line: -1, delimiter: delimiterOf(text) };
  for (const [line, written] of first.entries()) {
    if (written.length > head.characters) continue;
    for (const delimiter of delimiters) {
      const names = written.split(delimiter).map(bare);
      const score =
        wanted === null ? knownColumns(names) : wanted.every((one) => names.some((name) => isSame(name, one))) ? 1 : 0;
      if (score > best.score) best = { score, line, delimiter };
    }
  }
  const says = /^"?sep=([;,\t])"?\s*$/i.exec(first[0] ?? '');
  if (best.line === -1 && says !== null) best = { score: 0, line: 1, delimiter: says[1] as CsvDelimiter };
  const skipped = Math.max(0, best.line);
  const at = first.slice(0, skipped).reduce((sum, line) => sum + line.length + 1, 0);
  return { delimiter: best.delimiter, at, skipped };
}

const bare = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('""', '"')
    .trim();
