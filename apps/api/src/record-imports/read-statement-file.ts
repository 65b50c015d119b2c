import type { ColumnMappingDto, StatementColumnDto } from '#contracts';
import { isWorkbook, tableText, UnreadableTable } from '#platform/tables';
import { refusal, type WrittenLines } from './bank-line.js';
import { csvColumns, maxLines, mostInFront } from './csv-statement.js';
import { formOf, readLines, type StatementForm } from './read-lines.js';

export interface AskedStatement {
  readonly bytes: Uint8Array;
  /** What was said of the columns; null where nobody has. */
  readonly said: ColumnMappingDto | null;
  readonly wants: 'lines' | 'columns';
}

export interface StatementFile extends WrittenLines {
  readonly form: StatementForm;
  readonly columns: readonly StatementColumnDto[];
  readonly mapping: ColumnMappingDto | null;
  readonly dateOrderIsSure: boolean;
}

/**
 * A statement of the bank as bytes: text in any of the usual encodings, or the first sheet of a workbook (.xlsx), whose lines are
 * read like those of a CSV.
 * @throws DomainError `record-import.…` for what concerns the file as a whole
 */
export async function readStatementFile({ bytes, said, wants }: AskedStatement): Promise<StatementFile> {
  const text = await textOf(bytes);
  const form = formOf(text);
  const nothing = { lines: [], broken: [], columns: [], mapping: null, dateOrderIsSure: true };
  if (wants === 'lines') return { ...nothing, form, ...readLines(text, said) };
  return form === 'csv' ? { ...nothing, form, ...csvColumns(text) } : { ...nothing, form };
}

/** Five thousand lines in the wordiest form; what is larger isn't looked at. A workbook has a bound of its own. */
const mostBytes = 8 * 1_024 * 1_024;

async function textOf(bytes: Uint8Array): Promise<string> {
  if (bytes.byteLength > mostBytes && !isWorkbook(bytes)) throw refusal('unreadable', 'It has more than 8 MB.');
  try {
    const text = await tableText(
      { bytes, charset: null },
      { maxRows: maxLines + mostInFront + 1, quotesOf: () => 'relaxed' },
    );
    return text.replace(/^\ufeff/, '');
  } catch (error) {
    if (error instanceof UnreadableTable) throw refusal('unreadable', error.detail);
    throw error;
  }
}
