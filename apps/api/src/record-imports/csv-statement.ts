import type { ColumnMappingDto, StatementColumnDto } from '#contracts';
import { delimiterOf, readCsvAroundBreaks, UnreadableCsv } from '#platform/csv';
import { refusal, type WrittenLine } from './bank-line.js';

export const maxLines = 5_000;
/** Columns of a file that are looked at, and lines that are shown of each. */
const most = { columns: 60, samples: 3, sampleLength: 60 } as const;

type Column = 'date' | 'amount' | 'outgoing' | 'description' | 'counterpart' | 'reference';

/** What banks of the three languages call their columns. */
const usualNames: Readonly<Record<Column, RegExp>> = {
  date: /^(date|booking date|transaction date|fecha|fecha operaci[oó]n|f\. operaci[oó]n|data|data operaci[oó])$/i,
  amount: /^(amount|importe|import|quantia|value|credit|paid in|money in|haber|abono|abonament)$/i,
  outgoing: /^(debit|paid out|money out|debe|cargo|c[aà]rrec)$/i,
  description: /^(description|concept|concepto|concepte|details|memo|reference text)$/i,
  counterpart: /^(counterpart|payee|name|beneficiario|beneficiari|contraparte)$/i,
  reference: /^(reference|transaction id|id|referencia|refer[eè]ncia)$/i,
};

/**
 * The lines of a statement in CSV, by what its columns are called.
 * @param kept what was said of the columns; guessed where that is null
 * @throws DomainError `record-import.unreadable`, `record-import.unknown-columns`
 */
export function csvStatement(text: string, kept: ColumnMappingDto | null): WrittenLine[] {
  const { names, records } = tableOf(text);
  const mapping = kept ?? guessed(names, records);
  if (mapping === null) {
    throw refusal('unknown-columns', `Say which columns are meant of: ${names.join(', ').slice(0, 300)}.`);
  }
  const place = (name: string | undefined): number => {
    if (name === undefined) return -1;
    const at = names.findIndex((known) => known.toLowerCase() === name.trim().toLowerCase());
    if (at === -1) throw refusal('unknown-columns', `There is no column "${name}": ${names.join(', ').slice(0, 300)}.`);
    return at;
  };
  const [date, amount, description] = [place(mapping.date), place(mapping.amount), place(mapping.description)];
  const [outgoing, counterpart] = [place(mapping.outgoing), place(mapping.counterpart)];
  const reference = place(mapping.reference);
  return records.map(({ line, cells }) => ({
    line,
    on: isoDate(cells[date] ?? '', mapping.dateOrder),
    amount: signedAmount(cells[amount] ?? '', cells[outgoing] ?? '', mapping.decimal),
    currency: '',
    description: cells[description] ?? '',
    counterpart: cells[counterpart] ?? '',
    reference: cells[reference] ?? '',
  }));
}

/**
 * The columns of a CSV with the first of what is in them, and what they mean by their names.
 * @throws DomainError `record-import.unreadable`
 */
export function csvColumns(text: string): { columns: StatementColumnDto[]; mapping: ColumnMappingDto | null } {
  const { names, records } = tableOf(text);
  const columns = names.slice(0, most.columns).map((name, at) => ({
    name,
    samples: records.slice(0, most.samples).map(({ cells }) => (cells[at] ?? '').trim().slice(0, most.sampleLength)),
  }));
  return { columns: columns.filter(({ name }) => name !== ''), mapping: guessed(names, records) };
}

type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

function tableOf(text: string): { names: string[]; records: readonly CsvRecord[] } {
  try {
    const form = { delimiter: delimiterOf(text), quotes: 'relaxed', maxRecords: maxLines + 2 } as const;
    const [header, ...records] = readCsvAroundBreaks(text, form).lines;
    return { names: (header?.cells ?? []).map((name) => name.trim()), records };
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    throw refusal('unreadable', error.message);
  }
}

function guessed(names: readonly string[], records: readonly CsvRecord[]): ColumnMappingDto | null {
  const find = (column: Column): string | undefined => names.find((name) => usualNames[column].test(name));
  const [date, amount, description] = [find('date'), find('amount'), find('description')];
  if (date === undefined || amount === undefined || description === undefined) return null;
  const [outgoing, counterpart, reference] = [find('outgoing'), find('counterpart'), find('reference')];
  const cellsOf = (name: string): string[] => records.map(({ cells }) => cells[names.indexOf(name)] ?? '');
  const dates = cellsOf(date);
  const amounts = [...cellsOf(amount), ...(outgoing === undefined ? [] : cellsOf(outgoing))];
  return {
    date,
    amount,
    description,
    ...(outgoing !== undefined && { outgoing }),
    ...(counterpart !== undefined && { counterpart }),
    ...(reference !== undefined && { reference }),
    // Nobody can tell 3/4 from 4/3: where no day is above twelve it is read as in most of the world.
    dateOrder: dates.some((text) => /^\d{4}/.test(text)) ? 'ymd' : dates.some(isMonthFirst) ? 'mdy' : 'dmy',
    decimal: amounts.some((text) => /,\d{1,2}$/.test(text.trim())) ? ',' : '.',
  };
}

const isMonthFirst = (text: string): boolean => Number(/^\d{1,2}\D(\d{1,2})\D/.exec(text.trim())?.[1] ?? 0) > 12;

function isoDate(text: string, order: ColumnMappingDto['dateOrder']): string {
  const parts = /^(\d{1,4})\D(\d{1,2})\D(\d{1,4})/.exec(text.trim())?.slice(1) ?? [];
  const [first = '', second = '', third = ''] = parts;
  const [year, month, day] =
    order === 'ymd' ? [first, second, third] : order === 'mdy' ? [third, first, second] : [third, second, first];
  return [year.length === 2 ? `20${year}` : year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}

/** Banks write what went out with a minus or without one, where it has a column of its own. */
function signedAmount(amount: string, outgoing: string, decimal: ',' | '.'): string {
  const out = plainAmount(outgoing, decimal);
  return /[1-9]/.test(out) ? `-${out.replace(/^[+-]/, '')}` : plainAmount(amount, decimal);
}

const plainAmount = (text: string, decimal: ',' | '.'): string => {
  const bare = text.replaceAll(/[\s€£$\u00a0']/g, '').replace('\u2212', '-');
  return decimal === ',' ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
};
