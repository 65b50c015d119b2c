import type { ColumnMappingDto } from '#contracts';
import { elementAt, elementsAt, textAt } from '../records/xml-element.js';
import { XmlReader } from '../xml-reader.js';
import { refusal, type WrittenLine, type WrittenLines } from './bank-line.js';
import { csvStatement, maxLines } from './csv-statement.js';

/**
 * The lines of a statement: camt.053 (ISO 20022), OFX of either form, or CSV by what its columns are called.
 * @param kept what was said of the columns the last time
 * @throws DomainError `record-import.…` for what concerns the file as a whole
 */
export function readLines(text: string, kept: ColumnMappingDto | null): WrittenLines {
  const { lines, broken } = readers[formOf(text)](text, kept);
  if (lines.length + broken.length > maxLines) throw tooMany();
  return { lines, broken };
}

const tooMany = () => refusal('too-many-lines', `At most ${maxLines} lines are taken at a time.`);

export type StatementForm = 'csv' | 'camt.053' | 'ofx';

export function formOf(text: string): StatementForm {
  if (/<OFX>/i.test(text.slice(0, 10_000))) return 'ofx';
  return /^\s*</.test(text) ? 'camt.053' : 'csv';
}

const readers: Readonly<Record<StatementForm, (text: string, kept: ColumnMappingDto | null) => WrittenLines>> = {
  csv: csvStatement,
  'camt.053': (text) => ({ lines: camt053(text), broken: [] }),
  ofx: (text) => ({ lines: ofx(text), broken: [] }),
};

/** OFX 1 closes no tags, OFX 2 is XML; values are the same in both. https://financialdataexchange.org/ofx */
function ofx(text: string): WrittenLine[] {
  let currency = '';
  // One more than are taken: that there are too many is all that is to be known.
  const [head = '', ...transactions] = text.split(/<STMTTRN>/i, maxLines + 2);
  currency = ofxValue(head, 'CURDEF');
  return transactions.map((part, index) => {
    const [transaction = '', behind = ''] = part.split(/<\/STMTTRN>|<\/BANKTRANLIST>/i, 2);
    const [, year = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})/.exec(ofxValue(transaction, 'DTPOSTED')) ?? [];
    const amount = ofxValue(transaction, 'TRNAMT');
    const line: WrittenLine = {
      line: index + 1,
      on: `${year}-${month}-${day}`,
      amount,
      // Either sign parts decimals there, and none groups digits.
      decimal: amount.includes(',') ? ',' : '.',
      isOutgoing: false,
      currency,
      description: ofxValue(transaction, 'MEMO') || ofxValue(transaction, 'NAME'),
      counterpart: ofxValue(transaction, 'NAME'),
      reference: ofxValue(transaction, 'FITID'),
    };
    // A file may hold several accounts, each in its currency.
    currency = ofxValue(behind === '' ? part : part.slice(transaction.length), 'CURDEF') || currency;
    return line;
  });
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const ofxValue = (text: string, tag: string): string =>
  (new RegExp(`<${tag}>([^<\\r\\n]*)`, 'i').exec(text)?.[1] ?? '')
    .replaceAll(/&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,6}));/g, (_, name: string | undefined, code: string) =>
      name === undefined ? String.fromCodePoint(Number(code)) : entities[name]!,
    )
    .trim();

const xml = new XmlReader({ lists: ['Stmt', 'Ntry', 'NtryDtls', 'TxDtls', 'Ustrd'], mostEntities: 100_000 });

function camt053(text: string): WrittenLine[] {
  // Whatever stands in them, so many are not taken.
  if (text.split(/<(?:\w{1,20}:)?Ntry[\s>]/, maxLines + 2).length > maxLines + 1) throw tooMany();
  const root = xml.read(text, (detail) => refusal('unreadable', detail));
  const statements = elementsAt(elementAt(root, 'Document', 'BkToCstmrStmt'), 'Stmt');
  if (statements.length === 0) throw refusal('unreadable', 'It is neither camt.053 nor OFX.');
  return (
    statements
      .flatMap((statement) => elementsAt(statement, 'Ntry'))
      // What is still pending comes again when it is booked.
      .filter((entry) => (textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts') || 'BOOK') === 'BOOK')
      .map((entry, index) => {
        const isDebit = textAt(entry, 'CdtDbtInd') === 'DBIT';
        const [details = {}] = elementsAt(entry, 'NtryDtls').flatMap((group) => elementsAt(group, 'TxDtls'));
        const other = isDebit ? 'Cdtr' : 'Dbtr';
        return {
          line: index + 1,
          on: (textAt(entry, 'BookgDt', 'Dt') || textAt(entry, 'BookgDt', 'DtTm')).slice(0, 10),
          amount: textAt(entry, 'Amt'),
          decimal: '.',
          isOutgoing: isDebit,
          currency: textAt(entry, 'Amt', '@_Ccy'),
          description: textAt(details, 'RmtInf', 'Ustrd') || textAt(entry, 'AddtlNtryInf'),
          counterpart: textAt(details, 'RltdPties', other, 'Nm') || textAt(details, 'RltdPties', other, 'Pty', 'Nm'),
          reference: textAt(entry, 'AcctSvcrRef') || textAt(entry, 'NtryRef'),
        } as const;
      })
  );
}
