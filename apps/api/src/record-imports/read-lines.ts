import type { ColumnMappingDto } from '#contracts';
import { DomainError } from '#domain';
import { delimiterOf, readCsvAroundBreaks, UnreadableCsv } from '#platform/csv';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { elementAt, elementsAt, textAt, type XmlElement } from '../records/xml-element.js';
import type { WrittenLine } from './bank-line.js';

const maxLines = 5_000;

/**
 * The lines of a statement: camt.053 (ISO 20022), OFX of either form, or CSV by what its columns are called.
 * @param kept what was said of the columns the last time
 * @throws DomainError `record-import.…` for what concerns the file as a whole
 */
export function readLines(text: string, kept: ColumnMappingDto | null): WrittenLine[] {
  const lines = /<OFX>/i.test(text.slice(0, 10_000)) ? ofx(text) : /^\s*</.test(text) ? camt053(text) : csv(text, kept);
  if (lines.length > maxLines) throw refusal('too-many-lines', `At most ${maxLines} lines are taken at a time.`);
  return lines;
}

/** Bytes as text: UTF-8, or what spreadsheets of Windows write. */
export function textOfBytes(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** OFX 1 closes no tags, OFX 2 is XML; values are the same in both. https://financialdataexchange.org/ofx */
function ofx(text: string): WrittenLine[] {
  const currency = ofxValue(text, 'CURDEF');
  return text
    .split(/<STMTTRN>/i)
    .slice(1)
    .map((part, index) => {
      const transaction = part.split(/<\/STMTTRN>|<\/BANKTRANLIST>/i)[0] ?? '';
      const [, year = '', month = '', day = ''] =
        /^(\d{4})(\d{2})(\d{2})/.exec(ofxValue(transaction, 'DTPOSTED')) ?? [];
      return {
        line: index + 1,
        on: `${year}-${month}-${day}`,
        amount: ofxValue(transaction, 'TRNAMT').replace(',', '.'),
        currency,
        description: ofxValue(transaction, 'MEMO') || ofxValue(transaction, 'NAME'),
        counterpart: ofxValue(transaction, 'NAME'),
        reference: ofxValue(transaction, 'FITID'),
      };
    });
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const ofxValue = (text: string, tag: string): string =>
  (new RegExp(`<${tag}>([^<\\r\\n]*)`, 'i').exec(text)?.[1] ?? '')
    .replaceAll(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entities[name]!)
    .trim();

const lists = new Set(['Stmt', 'Ntry', 'NtryDtls', 'TxDtls', 'Ustrd']);
const parser = new XMLParser({
  ignoreAttributes: false,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: { enabled: true, maxTotalExpansions: 100_000 },
  isArray: (name) => lists.has(name),
});

function camt053(text: string): WrittenLine[] {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw refusal('unreadable', 'A statement declares no document type.');
  const checked = XMLValidator.validate(text);
  if (checked !== true) throw refusal('unreadable', `Line ${checked.err.line}: ${checked.err.msg}`);
  const statements = elementsAt(elementAt(parser.parse(text) as XmlElement, 'Document', 'BkToCstmrStmt'), 'Stmt');
  if (statements.length === 0) throw refusal('unreadable', 'It is neither camt.053 nor OFX.');
  return statements
    .flatMap((statement) => elementsAt(statement, 'Ntry'))
    .map((entry, index) => {
      const isDebit = textAt(entry, 'CdtDbtInd') === 'DBIT';
      const [details = {}] = elementsAt(entry, 'NtryDtls').flatMap((group) => elementsAt(group, 'TxDtls'));
      const other = isDebit ? 'Cdtr' : 'Dbtr';
      return {
        line: index + 1,
        on: (textAt(entry, 'BookgDt', 'Dt') || textAt(entry, 'BookgDt', 'DtTm')).slice(0, 10),
        amount: `${isDebit ? '-' : ''}${textAt(entry, 'Amt')}`,
        currency: textAt(entry, 'Amt', '@_Ccy'),
        description: textAt(details, 'RmtInf', 'Ustrd') || textAt(entry, 'AddtlNtryInf'),
        counterpart: textAt(details, 'RltdPties', other, 'Nm') || textAt(details, 'RltdPties', other, 'Pty', 'Nm'),
        reference: textAt(entry, 'AcctSvcrRef') || textAt(entry, 'NtryRef'),
      };
    });
}

/** What banks of the three languages call their columns. */
const usualNames: Readonly<Record<'date' | 'amount' | 'description' | 'counterpart' | 'reference', RegExp>> = {
  date: /^(date|booking date|transaction date|fecha|fecha operaci[oó]n|f\. operaci[oó]n|data|data operaci[oó])$/i,
  amount: /^(amount|importe|import|quantia|value)$/i,
  description: /^(description|concept|concepto|concepte|details|memo|reference text)$/i,
  counterpart: /^(counterpart|payee|name|beneficiario|beneficiari|contraparte)$/i,
  reference: /^(reference|transaction id|id|referencia|refer[eè]ncia)$/i,
};

function csv(text: string, kept: ColumnMappingDto | null): WrittenLine[] {
  const [header, ...records] = csvLines(text);
  const names = (header?.cells ?? []).map((name) => name.trim());
  const mapping =
    kept ??
    guessed(
      names,
      records.map(({ cells }) => cells),
    );
  const place = (name: string | undefined): number => {
    if (name === undefined) return -1;
    const at = names.findIndex((known) => known.toLowerCase() === name.trim().toLowerCase());
    if (at === -1) throw refusal('unknown-columns', `There is no column "${name}": ${names.join(', ').slice(0, 300)}.`);
    return at;
  };
  const [date, amount, description] = [place(mapping.date), place(mapping.amount), place(mapping.description)];
  const [counterpart, reference] = [place(mapping.counterpart), place(mapping.reference)];
  return records.map(({ line, cells }) => ({
    line,
    on: isoDate(cells[date] ?? '', mapping.dateOrder),
    amount: plainAmount(cells[amount] ?? '', mapping.decimal),
    currency: '',
    description: cells[description] ?? '',
    counterpart: cells[counterpart] ?? '',
    reference: cells[reference] ?? '',
  }));
}

function csvLines(text: string) {
  try {
    const form = { delimiter: delimiterOf(text), quotes: 'relaxed', maxRecords: maxLines + 2 } as const;
    return readCsvAroundBreaks(text, form).lines;
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    throw refusal('unreadable', error.message);
  }
}

function guessed(names: readonly string[], rows: readonly (readonly string[])[]): ColumnMappingDto {
  const find = (column: keyof typeof usualNames): string | undefined =>
    names.find((name) => usualNames[column].test(name));
  const [date, amount, description] = [find('date'), find('amount'), find('description')];
  if (date === undefined || amount === undefined || description === undefined) {
    throw refusal('unknown-columns', `Say which columns are meant of: ${names.join(', ').slice(0, 300)}.`);
  }
  const [counterpart, reference] = [find('counterpart'), find('reference')];
  const dates = rows.map((cells) => cells[names.indexOf(date)] ?? '');
  const amounts = rows.map((cells) => cells[names.indexOf(amount)] ?? '');
  return {
    date,
    amount,
    description,
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

const plainAmount = (text: string, decimal: ',' | '.'): string => {
  const bare = text.replaceAll(/[\s€£$\u00a0']/g, '').replace('\u2212', '-');
  return decimal === ',' ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '');
};

const refusal = (what: string, detail: string): DomainError => new DomainError(`record-import.${what}`, { detail });
