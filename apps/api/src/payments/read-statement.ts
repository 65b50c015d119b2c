import { DomainError } from '#domain';
import { readCsvAroundBreaks, delimiterOf, UnreadableCsv } from '#platform/csv';
import { type XmlElement, XmlReader } from '../xml-reader.js';
import { maxEntries, type Statement, statementOf, type WrittenBalance, type WrittenEntry } from './statement.js';

/**
 * Reads a statement: camt.053 (ISO 20022, of whichever version) or CSV with the columns of `statementColumns`.
 * @throws DomainError `statement.…` for what concerns the file as a whole
 */
export const readStatement = (text: string): Statement =>
  /^\s*</.test(text.slice(0, 1_000).replace('\uFEFF', '')) ? readCamt053(text) : statementOf(readCsv(text));

/** Columns of a statement in CSV; the first four have to be there. */
export const statementColumns = [
  'bookedOn',
  'amount',
  'currency',
  'bankReference',
  'payerName',
  'payerIban',
  'remittance',
  'endToEndId',
] as const;
type Column = (typeof statementColumns)[number];
const required: readonly Column[] = ['bookedOn', 'amount', 'currency', 'bankReference'];

/** An amount below nothing is a debit. */
function readCsv(text: string): WrittenEntry[] {
  const [header, ...records] = csvLines(text);
  const columns = (header?.cells ?? []).map((name): Column => {
    const known = statementColumns.find((column) => column.toLowerCase() === name.trim().toLowerCase());
    if (known === undefined) throw refusal('unknown-column', `The column "${name.slice(0, 40)}" is not known.`);
    return known;
  });
  if (new Set(columns).size < columns.length) throw refusal('unknown-column', 'A column is there twice.');
  const missing = required.find((column) => !columns.includes(column));
  if (missing !== undefined) throw refusal('missing-column', `The column "${missing}" is missing.`);
  return records.map(({ cells }, index) => {
    const cell = (column: Column): string => cells[columns.indexOf(column)]?.trim() ?? '';
    return {
      entry: index + 1,
      isBooked: true,
      isCredit: !cell('amount').startsWith('-'),
      endToEndId: cell('endToEndId'),
      bankReference: cell('bankReference'),
      bookedOn: cell('bookedOn'),
      currency: cell('currency').toUpperCase(),
      amount: cell('amount').replace(/^[+-]/, ''),
      payerName: cell('payerName'),
      payerIban: cell('payerIban'),
      remittance: cell('remittance'),
    };
  });
}

function csvLines(text: string) {
  try {
    const delimiter = delimiterOf(text);
    const { lines, broken } = readCsvAroundBreaks(text, { delimiter, quotes: 'strict', maxRecords: maxEntries + 2 });
    const [first] = broken;
    if (first !== undefined) throw refusal('unreadable', `Line ${first.line}: ${first.problem}.`);
    return lines;
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    throw refusal('unreadable', error.message);
  }
}

const lists = ['Stmt', 'Bal', 'Ntry', 'NtryDtls', 'TxDtls', 'Ustrd', 'Strd'];
const xml = new XmlReader({ lists, mostEntities: 100_000 });

/** Statements of which each entry has the details of one transfer; a collected one stands for the whole. */
function readCamt053(text: string): Statement {
  const root = xml.read(text, (detail) => refusal('unreadable', detail));
  const statements = listAt(root, 'Document', 'BkToCstmrStmt', 'Stmt');
  if (statements.length === 0) throw refusal('unreadable', 'It is no camt.053 statement.');
  return statementOf(
    statements.flatMap((statement) => listAt(statement, 'Ntry')).map((entry, index) => entryOf(entry, index + 1)),
    statements.flatMap((statement) => listAt(statement, 'Bal')).flatMap(closingOf),
  );
}

/** Of the balances of a statement, the one that was booked at its end. */
function closingOf(balance: XmlElement): WrittenBalance[] {
  if (textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') !== 'CLBD') return [];
  const isCredit = textAt(balance, 'CdtDbtInd') === 'CRDT';
  const [amount, currency] = [textAt(balance, 'Amt'), textAt(balance, 'Amt', '@_Ccy')];
  return [{ on: textAt(balance, 'Dt', 'Dt'), currency, amount, isCredit }];
}

function entryOf(entry: XmlElement, number: number): WrittenEntry {
  const [details] = listAt(entry, 'NtryDtls').flatMap((group) => listAt(group, 'TxDtls'));
  const transfer = details ?? {};
  const structured = listAt(transfer, 'RmtInf', 'Strd').map((reference) => textAt(reference, 'CdtrRefInf', 'Ref'));
  const free = valuesAt(transfer, 'RmtInf', 'Ustrd').map(textIn);
  return {
    entry: number,
    isBooked: (textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')) === 'BOOK',
    isCredit: textAt(entry, 'CdtDbtInd') === 'CRDT',
    endToEndId: textAt(transfer, 'Refs', 'EndToEndId').replace('NOTPROVIDED', ''),
    bankReference: textAt(entry, 'AcctSvcrRef') || textAt(transfer, 'Refs', 'AcctSvcrRef') || textAt(entry, 'NtryRef'),
    bookedOn: textAt(entry, 'BookgDt', 'Dt') || textAt(entry, 'BookgDt', 'DtTm'),
    currency: textAt(entry, 'Amt', '@_Ccy'),
    amount: textAt(entry, 'Amt'),
    payerName: textAt(transfer, 'RltdPties', 'Dbtr', 'Nm') || textAt(transfer, 'RltdPties', 'Dbtr', 'Pty', 'Nm'),
    payerIban: textAt(transfer, 'RltdPties', 'DbtrAcct', 'Id', 'IBAN'),
    remittance: [...structured, ...free].filter((part) => part !== '').join(' '),
  };
}

function at(element: unknown, path: readonly string[]): unknown {
  let found = element;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined;
    found = (found as XmlElement)[name];
  }
  return found;
}

const valuesAt = (element: XmlElement, ...path: string[]): unknown[] => {
  const found = at(element, path);
  return Array.isArray(found) ? (found as unknown[]) : [];
};
const listAt = (element: XmlElement, ...path: string[]): XmlElement[] =>
  valuesAt(element, ...path).filter((one): one is XmlElement => typeof one === 'object' && one !== null);
const textAt = (element: XmlElement, ...path: string[]): string => textIn(at(element, path));

/** The text of an element, with attributes or without. */
const textIn = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'object' ? textIn(at(value, ['#text']) ?? '') : '';

const refusal = (what: string, detail: string): DomainError => new DomainError(`statement.${what}`, { detail });
