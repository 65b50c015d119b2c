import { DomainError } from '#domain';
import { aWorkbook } from '#platform/testing';
import * as fc from 'fast-check';
import { bankLineOf } from './bank-line.js';
import { readStatementFile } from './read-statement-file.js';
import { writtenMinor } from './written-amount.js';
import { dateOrderOf, isoDate } from './written-date.js';

const read = (text: string | Buffer, said: Parameters<typeof readStatementFile>[0]['said'] = null) =>
  readStatementFile({ bytes: Buffer.from(text as string), said, wants: 'lines' });
/** Day, minor units and words of each line; or why it isn't taken. */
async function taken(text: string | Buffer, said: Parameters<typeof read>[1] = null): Promise<string[]> {
  const { lines, broken } = await read(text, said);
  const good = lines.map((line) => {
    try {
      const { datedOn, amountMinor, description } = bankLineOf(line, 'EUR');
      return `${line.line}: ${datedOn} ${amountMinor} ${description}`;
    } catch (error) {
      return `${line.line}: ${(error as DomainError).code}`;
    }
  });
  return [...good, ...broken.map(({ line, detail }) => `${line}: ${detail}`)];
}
const refusalOf = (bytes: Buffer): Promise<string> =>
  readStatementFile({ bytes, said: null, wants: 'lines' }).then(
    () => 'read',
    (error: unknown) => {
      if (error instanceof DomainError) return error.code;
      throw error;
    },
  );

const plain = 'Fecha;Concepto;Importe\n03/04/2026;Café;-1.234,50\n';

describe('a statement of the bank', () => {
  it.each<readonly [string, string | Buffer]>([
    ['in UTF-8', plain],
    ['in UTF-8 with its mark', `\ufeff${plain}`],
    ['in UTF-16 with its mark', Buffer.from(`\ufeff${plain}`, 'utf16le')],
    ['in UTF-16 the other way round', Buffer.from(`\ufeff${plain}`, 'utf16le').swap16()],
    ['as Windows writes it', Buffer.from(plain.replaceAll('\n', '\r\n'), 'latin1')],
    ['with quotes', plain.replaceAll(/([^;\n]+)/g, '"$1"')],
    ['with empty columns behind', plain.replaceAll('\n', ';;;\n')],
    ['with tabs', plain.replaceAll(';', '\t')],
  ])('is read %s', async (_how, file) => {
    expect(await taken(file)).toEqual(['2: 2026-04-03 -123450 Café']);
  });

  it('is found below what banks write in front of it, and told by the lines of the file', async () => {
    const front = 'Cuenta:;ES91 2100 0418 4502 0005 1332\nTitular;Forn Mas SL\n\nSaldo;1.000,00;EUR\n';
    expect(await taken(front + plain)).toEqual(['6: 2026-04-03 -123450 Café']);
    expect(await taken(`sep=;\n${plain}`)).toEqual(['3: 2026-04-03 -123450 Café']);
    const said = { date: 'when', amount: 'SUM', description: 'why', dateOrder: 'mdy', decimal: '.' } as const;
    expect(await taken(`${front}When,Sum,Why\n04/03/2026,"1,234.5",Bread`, said)).toEqual([
      '6: 2026-04-03 123450 Bread',
    ]);
  });

  it('is the first sheet of a workbook, whose days and numbers need no guess', async () => {
    const rows = [
      ['Extracto', null],
      [],
      ['F. Operación', 'Concepto', 'Importe (EUR)'],
      ['2026-04-03', 'Café', -1234.5],
    ];
    expect(await taken(await aWorkbook(rows))).toEqual(['4: 2026-04-03 -123450 Café']);
  });

  it('names columns as banks of three countries do', async () => {
    const barclays = 'Number,Date,Account,Amount,Subcategory,Memo\n ,03/04/2026,20-00-00 1,-12.50,PAYMENT,BAKERS LTD\n';
    expect(await taken(barclays)).toEqual(['2: 2026-04-03 -1250 BAKERS LTD']);
    const lloyds = 'Transaction Date,Transaction Type,Transaction Description,Debit Amount,Credit Amount,Balance\n';
    expect(await taken(`${lloyds}03/04/2026,DEB,FLOUR,12.50,,100.00\n04/04/2026,FPI,HOTEL,,20.00,120.00`)).toEqual([
      '2: 2026-04-03 -1250 FLOUR',
      '3: 2026-04-04 2000 HOTEL',
    ]);
    const caixa = 'Data;Data valor;Moviment;Més dades;Import;Saldo\n03/04/2026;04/04/2026;FARINA;X;-12,50;100,00\n';
    expect(await taken(caixa)).toEqual(['2: 2026-04-03 -1250 FARINA']);
  });

  it('loses no line without a word, and never reads a comma that nobody quoted as another amount', async () => {
    const file = 'Date,Description,Amount\n2026-04-03,Rent,1,234.56\n2026-04-04,"Open,5.00\n2026-04-05,Bread,5.00';
    const found = await taken(file);
    expect(found).toContain('4: 2026-04-05 500 Bread');
    expect(found.filter((line) => line.startsWith('2:'))).toEqual(['2: The line has 4 cells, the header 3.']);
    expect(found.filter((line) => line.startsWith('3:'))).toHaveLength(1);
  });

  it('by other columns than were said is refused rather than read otherwise', async () => {
    const said = { date: 'Fecha', amount: 'Importe', description: 'Concepto', dateOrder: 'dmy', decimal: '.' } as const;
    expect(await taken('Fecha;Concepto;Importe\n03/04/2026;Pa;12,50\n03/04/2026;Pa;1.234,50', said)).toEqual([
      '2: record-import.bad-amount',
      '3: record-import.bad-amount',
    ]);
  });

  it('as camt.053 has what is booked, and leaves out what is pending', async () => {
    const entry = (status: string, words: string): string =>
      `<Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>${status}<BookgDt><Dt>2026-04-03</Dt></BookgDt><AddtlNtryInf>${words}</AddtlNtryInf></Ntry>`;
    const all = [
      entry('<Sts><Cd>BOOK</Cd></Sts>', 'A'),
      entry('<Sts><Cd>PDNG</Cd></Sts>', 'B'),
      entry('<Sts>BOOK</Sts>', 'C'),
      entry('', 'D'),
    ];
    const camt = `<?xml version="1.0"?><Document><BkToCstmrStmt><Stmt>${all.join('')}</Stmt></BkToCstmrStmt></Document>`;
    const wanted = ['1: 2026-04-03 -100 A', '2: 2026-04-03 -100 C', '3: 2026-04-03 -100 D'];
    expect(await taken(camt)).toEqual(wanted);
    expect(await taken(Buffer.from(`\ufeff${camt}`, 'utf16le'))).toEqual(wanted);
  });

  it('as OFX keeps the currency of each account, and entities by number', async () => {
    const account = (currency: string): string =>
      `<STMTRS><CURDEF>${currency}<BANKTRANLIST><STMTTRN><DTPOSTED>20260403120000[-5:EST]<TRNAMT>-1,50<FITID>1<NAME>Caf&#233;</STMTTRN></BANKTRANLIST></STMTRS>`;
    expect(await taken(`OFXHEADER:100\n<OFX>${account('EUR')}${account('USD')}</OFX>`)).toEqual([
      '1: 2026-04-03 -150 Café',
      '2: record-import.bad-amount',
    ]);
  });

  it.each<readonly [string, () => Buffer | Promise<Buffer>]>([
    ['an old workbook', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])],
    ['an archive that is none', () => Buffer.from('PK\u0003\u0004nothing')],
    ['a bomb', () => aWorkbook([], Buffer.alloc(140 * 1_048_576, ' '))],
    ['entities', () => Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Document>&b;</Document>')],
    ['larger than any', () => Buffer.alloc(9_000_000, 'a')],
    ['levels without end', () => Buffer.from(`<Document>${'<a>'.repeat(100_000)}`)],
    ['levels that end', () => Buffer.from(`<Document>${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</Document>`)],
  ])('that is %s is refused', async (_what, file) => {
    expect(await refusalOf(await file())).toBe('record-import.unreadable');
  });

  it('of one endless line says nothing of columns, and of endless quotes nothing at all', async () => {
    expect(await refusalOf(Buffer.alloc(2_000_000, 'a'))).toBe('record-import.unknown-columns');
    expect(await refusalOf(Buffer.alloc(2_000_000, '('))).toBe('record-import.unknown-columns');
    expect(await taken(`Date,Description,Amount\n${'"'.repeat(2_000_000)}`)).toHaveLength(1);
  });

  it('of too many lines is refused, however it is written', async () => {
    const many = (line: string): string => line.repeat(6_000);
    expect(await refusalOf(Buffer.from(`Date,Description,Amount\n${many('2026-04-03,a,1\n')}`))).toBe(
      'record-import.too-many-lines',
    );
    expect(await refusalOf(Buffer.from(`<OFX>${many('<STMTTRN>')}`))).toBe('record-import.too-many-lines');
    expect(await refusalOf(Buffer.from(`<Document>${many('<Ntry></Ntry>')}</Document>`))).toBe(
      'record-import.too-many-lines',
    );
  });

  it('is read or refused, whatever its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', plain, '<OFX><STMTTRN>'),
        async (bytes, front) => {
          expect(await refusalOf(Buffer.concat([Buffer.from(front), bytes]))).toMatch(
            /^(?:read|record-import\.[a-z-]+)$/,
          );
        },
      ),
    );
  });
});

describe('an amount', () => {
  it.each<readonly [string, ',' | '.', number | null]>([
    ['1.234,56', ',', 123_456],
    ['1,234.56', '.', 123_456],
    ["1'234.56", '.', 123_456],
    ['1 234,56 €', ',', 123_456],
    ['12,50EUR', ',', 1_250],
    ['(1,234.56)', '.', -123_456],
    ['12,50-', ',', -1_250],
    ['\u221212.50', '.', -1_250],
    ['12.50 DR', '.', -1_250],
    ['12,50 D', ',', -1_250],
    ['12.50 CR', '.', 1_250],
    ['+12.50', '.', 1_250],
    ['.5', '.', 50],
    ['12.', '.', 1_200],
    ['12,34,567.00', '.', 123_456_700],
    ['1.5', ',', null],
    ['12,50', '.', null],
    ['1.234.56', '.', null],
    ['12.345', '.', null],
    ['', '.', null],
    ['-', '.', null],
    ['1e5', '.', null],
    ['12--', '.', null],
  ])('%p with %p for decimals is %p', (text, decimal, minor) => {
    expect(writtenMinor(text, decimal, 'EUR')).toBe(minor);
  });

  it('is what it was before somebody wrote it, in either way', () => {
    const ways = [
      ['.', ','],
      [',', '.'],
    ] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
        fc.constantFrom(...ways),
        (minor, [decimal, group]) => {
          const digits = String(Math.abs(minor)).padStart(3, '0');
          const whole = digits.slice(0, -2).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, group);
          const text = `${minor < 0 ? '-' : ''}${whole}${decimal}${digits.slice(-2)}`;
          expect(writtenMinor(text, decimal, 'EUR')).toBe(minor);
        },
      ),
    );
  });
});

describe('a date', () => {
  it.each<readonly [string, 'dmy' | 'mdy' | 'ymd', string]>([
    ['3/4/26', 'dmy', '2026-04-03'],
    ['3/4/2026', 'mdy', '2026-03-04'],
    ['03-04-2026 10:15', 'dmy', '2026-04-03'],
    ['2026-04-03T10:00:00Z', 'dmy', '2026-04-03'],
    ['20260403', 'ymd', '2026-04-03'],
    ['03 Apr 2026', 'dmy', '2026-04-03'],
    ['Apr 3, 2026', 'mdy', '2026-04-03'],
    ['3-abr-26', 'dmy', '2026-04-03'],
    ['3 de desembre de 2026', 'dmy', '2026-12-03'],
    ['3 ago. 2026', 'dmy', '2026-08-03'],
  ])('%p in the order %p is %p', (text, order, date) => {
    expect(isoDate(text, order)).toBe(date);
  });

  it('shows its order, or shows that it does not', () => {
    expect(dateOrderOf(['3/4/2026', '13/4/2026'])).toEqual({ order: 'dmy', isSure: true });
    expect(dateOrderOf(['3/4/2026', '3/14/2026'])).toEqual({ order: 'mdy', isSure: true });
    expect(dateOrderOf(['3/4/2026', '4/5/2026'])).toEqual({ order: 'dmy', isSure: false });
    expect(dateOrderOf(['2026-03-04'])).toEqual({ order: 'ymd', isSure: true });
    expect(dateOrderOf(['3 Apr 2026'])).toEqual({ order: 'dmy', isSure: true });
  });
});
