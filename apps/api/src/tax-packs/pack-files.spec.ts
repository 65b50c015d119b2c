import { type CountedEntry, YearTally } from '#domain';
import { chartOf } from '#knowledge/charts';
import { csvOf } from '#platform/csv';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { archiveIndex } from '../archives/archive-index.js';
import type { PackedText } from '../archives/packed-text.js';
import type { KeptRecord } from '../records/record.store.js';
import { aKeptRecord } from '../testing/kept-records.js';
import { amountText } from './amount-text.js';
import { bookedEntries } from './exports/booked-entry.js';
import type { YearOfBooks } from './pack-data.js';
import { packTexts } from './pack-files.js';
import { type PackWords, packWords } from './pack-words.js';

const chart = chartOf('es-pgc-pymes')!;
const period = { from: '2025-01-01', to: '2025-12-31' };
function gapsOf(entries: readonly KeptRecord[]) {
  const tally = new YearTally(period, { today: '9999-01-01' });
  const counted = (entry: KeptRecord): CountedEntry => ({ ...entry, hasDocument: false, isExplained: false });
  for (const entry of entries) tally.add(counted(entry));
  return tally.result().gaps;
}
const yearOf = (entries: readonly KeptRecord[]): YearOfBooks => ({
  books: {
    businessId: 'b',
    chart,
    fiscalYearStartsOn: '01-01',
    timeZone: 'Europe/Madrid',
    businessName: 'Forn <Mas>',
    version: 1,
  },
  period,
  entries,
  documents: [],
  earlier: [],
  gaps: gapsOf(entries),
  invoices: [],
  postings: [],
});
const textsIn = (year: YearOfBooks, words: PackWords): PackedText[] => {
  const made = [...packTexts(year, words)];
  return [...made, archiveIndex(made, [])];
};
const textsOf = (entries: readonly KeptRecord[]) =>
  new Map(textsIn(yearOf(entries), packWords.ca).map(({ path, text }) => [path, text]));
const sold = aKeptRecord({
  kind: 'income',
  category: '700',
  documentNumber: 'A-1',
  datedOn: '2025-05-01',
  paidOn: null,
});
const way = aKeptRecord({
  kind: 'mileage',
  category: '629',
  vatMinor: 0,
  netMinor: 260,
  totalMinor: 260,
  distanceTenths: 100,
});

describe('the texts of a pack', () => {
  const texts = textsOf([
    aKeptRecord({}),
    sold,
    way,
    aKeptRecord({ status: 'withdrawn', netMinor: 1, vatMinor: 0, totalMinor: 1 }),
  ]);

  it('are a page to read, tables, figures of returns with their rule, and an index over all of them', () => {
    expect([...texts.keys()].sort()).toEqual([
      'entries.csv',
      'exports/SUENLACE.DAT',
      'exports/a3-issued.csv',
      'exports/a3-received.csv',
      'exports/beancount.beancount',
      'exports/hledger-ajudant.journal',
      'exports/hledger.journal',
      'exports/holded-purchases.csv',
      'exports/holded-sales.csv',
      'exports/quickbooks-bank.csv',
      'exports/quickbooks-bills.csv',
      'exports/quickbooks-invoices.csv',
      'exports/xero-bank.csv',
      'exports/xero-bills.csv',
      'exports/xero-sales.csv',
      'index.csv',
      'index.html',
      'invoices.csv',
      'ledger.csv',
      'missing.csv',
      'returns.csv',
      'totals-by-category.csv',
    ]);
    expect(texts.get('index.html')).toContain('Forn &lt;Mas&gt;');
    expect(texts.get('index.html')).not.toMatch(/<Mas>|<script/);
    const boxes = parse(texts.get('returns.csv')!, { columns: true }) as Record<string, string>[];
    const box = (form: string, name: string, of = '') =>
      boxes.find((row) => row['return'] === form && row['box'] === name && row['period']!.startsWith(of))?.['amount'];
    expect([box('303', '06', '2'), box('303', '29', '1'), box('390', '65'), box('130', '03', '4')]).toEqual([
      '10.00',
      '10.00',
      '0.00',
      '-2.60',
    ]);
  });

  it('take back what a credit note does, in the way of each program', () => {
    const back = textsOf([aKeptRecord({ kind: 'income', netMinor: -10_000, vatMinor: -1_000, totalMinor: -11_000 })]);
    expect(back.get('exports/holded-sales.csv')).toContain(';-100,00;1;');
    expect(back.get('exports/a3-issued.csv')).toContain(';-100,00;10;-10,00;-110,00;');
    expect(back.get('exports/SUENLACE.DAT')!.slice(14, 15)).toBe('2');
    // QuickBooks takes no amount below nothing: what takes back is entered by hand.
    expect(parse(back.get('exports/quickbooks-credit-notes.csv')!, { columns: true })).toMatchObject([
      { '*ItemAmount': '-100.00' },
    ]);
    expect(back.get('exports/quickbooks-invoices.csv')).toBe(
      '*InvoiceNo,*Customer,*InvoiceDate,*DueDate,Terms,Location,Memo,Item(Product/Service),ItemDescription,ItemQuantity,ItemRate,*ItemAmount,ItemTaxAmount,Currency\r\n',
    );
  });

  it('say of income tax that is kept back what is paid, to whom the rest is owed and what it counts for', () => {
    const rent = aKeptRecord({
      netMinor: 100_000,
      vatMinor: 21_000,
      totalMinor: 121_000,
      vatRateBps: 2_100,
      withheldMinor: 19_000,
      paidOn: '2025-03-01',
    });
    const own = { ...sold, netMinor: 100_000, vatMinor: 21_000, totalMinor: 121_000, withheldMinor: 15_000 };
    const made = textsOf([rent, own]);
    expect(made.get('exports/hledger.journal')).toContain(`    liabilities:tax:withheld  -190.00 EUR
    liabilities:payable  -1020.00 EUR
`);
    expect(made.get('exports/hledger.journal')).toContain('    assets:tax:withheld  150.00 EUR\n');
    expect(made.get('exports/holded-purchases.csv')).toContain(';1000,00;1;;21;19\r\n');
    // Paid ahead: no program takes a day on which it was due before that on which it was written.
    expect(made.get('exports/holded-purchases.csv')).toContain('F-1;02/03/2025;02/03/2025;');
    const [, , head, detail] = made.get('exports/SUENLACE.DAT')!.split('\r\n') as [string, string, string, string];
    expect([head.slice(99, 113), detail.slice(153, 172), detail.slice(215, 223)]).toEqual([
      '+0000001210.00',
      '19.00+0000000190.00',
      '47510000',
    ]);
    const boxes = parse(made.get('returns.csv')!, { columns: true }) as Record<string, string>[];
    const of130 = boxes.filter((row) => row['return'] === '130' && row['period']!.startsWith('2'));
    expect(of130.map((row) => row['amount'])).toEqual([
      '1000.00',
      '1000.00',
      '0.00',
      '0.00',
      '0.00',
      '150.00',
      '-150.00',
    ]);
  });

  it('count tax of several rates where it may be deducted, and tell what is in no box', () => {
    const mixed = { netMinor: 20_000, vatMinor: 3_150, totalMinor: 23_150, vatRateBps: null };
    const made = textsOf([aKeptRecord(mixed), aKeptRecord({ ...mixed, kind: 'income', category: '700' })]);
    const boxes = parse(made.get('returns.csv')!, { columns: true }) as Record<string, string>[];
    const first = boxes.filter((row) => row['return'] === '303' && row['period']!.startsWith('1'));
    expect(first.find((row) => row['box'] === '29')!['amount']).toBe('31.50');
    expect(first.at(-1)).toMatchObject({ box: '', amount: '200.00', name: packWords.ca.outside });
    expect(made.get('index.html')).toContain(packWords.ca.outside);
  });

  it('run nothing in a spreadsheet', () => {
    expect(texts.get('entries.csv')).toContain(`"'=HYPERLINK(""evil"")"`);
    expect(csvOf([['-12.50', '-1+1', 'a,b']])).toBe(`-12.50,'-1+1,"a,b"\r\n`);
    expect(csvOf([['-12,50', '-1,2,3']], ';')).toBe(`-12,50;'-1,2,3\r\n`);
  });

  it('balance by double entry, whatever was filed', () => {
    const amounts = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const some = fc
      .record({ kind: fc.constantFrom('income', 'expense', 'mileage'), netMinor: amounts, vatMinor: amounts })
      .map(({ kind, netMinor, vatMinor }) =>
        aKeptRecord({
          kind: kind as KeptRecord['kind'],
          netMinor,
          vatMinor: kind === 'mileage' ? 0 : vatMinor,
          totalMinor: netMinor + (kind === 'mileage' ? 0 : vatMinor),
        }),
      );
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), (entries) => {
        for (const { postings } of bookedEntries(yearOf(entries))) {
          expect(postings.reduce((sum, [, minor]) => sum + minor, 0)).toBe(0);
        }
      }),
    );
    expect(texts.get('exports/hledger.journal')).toContain(
      `2025-03-02 * (F-1) Farines, Roca & <Fills> | =HYPERLINK("evil")
    expenses:600  100.00 EUR
    assets:vat:input  10.00 EUR
    liabilities:payable  -110.00 EUR
`,
    );
  });

  it('hold the accounts at the marketplace apart, with fees of reminders, each transaction of which balances', () => {
    const fact = 'reminderFeeCharged';
    const charged = {
      on: '2025-04-01',
      occurredAt: '2025-04-01T10:00:00Z',
      fact,
      reference: `${fact}:f-1`,
      currency: 'EUR',
    } as const;
    const paid = {
      ...charged,
      on: '2025-04-03',
      occurredAt: '2025-04-03T10:00:00Z',
      fact: 'reminderFeePaid',
      reference: 'reminderFeePaid:f-1',
    };
    const postings = [
      { ...charged, purpose: 'receivable', amountMinor: '1500' },
      { ...paid, purpose: 'prepaid', amountMinor: '1500' },
      { ...paid, purpose: 'receivable', amountMinor: '-1500' },
    ];
    const journal = textsIn({ ...yearOf([]), postings }, packWords.en).find(
      ({ path }) => path === 'exports/hledger-ajudant.journal',
    )!;
    expect(journal.text).toBe(`commodity 1000.00 EUR

2025-04-01 * reminderFeeCharged:f-1
    ajudant:receivable  15.00 EUR
    ajudant:facts:reminderFeeCharged  -15.00 EUR

2025-04-03 * reminderFeePaid:f-1
    ajudant:prepaid  15.00 EUR
    ajudant:receivable  -15.00 EUR
`);
  });

  it('give A3 lines of one length, with each amount in its place', () => {
    const lines = texts.get('exports/SUENLACE.DAT')!.split('\r\n').slice(0, -1);
    expect(lines.map((line) => [line.length, line[14]])).toEqual([
      [254, '1'],
      [254, '9'],
      [254, '1'],
      [254, '9'],
    ]);
    const [, , head, detail] = lines as [string, string, string, string];
    expect([head.slice(0, 27), head.slice(27, 57).trim(), head.slice(99, 113)]).toEqual([
      '40000120250302140000000    ',
      'Farines, Roca & <Fills>',
      '+0000000110.00',
    ]);
    expect([detail.slice(15, 23), detail.slice(101, 134), detail.slice(191, 199)]).toEqual([
      '60000000',
      '+0000000100.0010.00+0000000010.00',
      '47200000',
    ]);
  });

  it('come in parts where a program takes only so many at once, and name the rates of the country that has names', () => {
    const many = textsOf(Array.from({ length: 501 }, () => aKeptRecord({})));
    expect(parse(many.get('exports/xero-bills-2.csv')!, { columns: true })).toHaveLength(1);
    expect(parse(many.get('exports/xero-bills.csv')!, { columns: true })[0]).toMatchObject({ '*TaxType': '' });
    const british = textsIn(
      { ...yearOf([aKeptRecord({ vatRateBps: 2_000 })]), books: { ...yearOf([]).books, chart: chartOf('uk-sa103')! } },
      packWords.en,
    );
    const bills = british.find(({ path }) => path === 'exports/xero-bills.csv')!;
    expect(parse(bills.text, { columns: true })).toMatchObject([{ '*TaxType': '20% (VAT on Expenses)' }]);
  });

  it('name taxes of sales in Spain as Holded does, beside the numbering that its template has there', () => {
    const own = { ...sold, vatRateBps: 750, withheldMinor: 1_500, netMinor: 10_000, vatMinor: 750, totalMinor: 10_750 };
    const [line] = parse(textsOf([own]).get('exports/holded-sales.csv')!, {
      columns: true,
      delimiter: ';',
      bom: true,
    }) as Record<string, string>[];
    expect(line).toMatchObject({
      'Núm. factura': 'A-1',
      'Formato de numeración': '',
      'IVA %': 's_iva_75',
      'Retención %': 's_ret_15',
    });
  });

  it('hold the lines of the bank as statements that programs take, in files as large as they take', () => {
    const lineOf = (description: string): KeptRecord =>
      aKeptRecord({
        kind: 'bank-line',
        category: null,
        description,
        netMinor: -1_250,
        vatMinor: 0,
        totalMinor: -1_250,
      });
    const few = textsOf([lineOf('Flour'), { ...lineOf('Rent'), counterpart: null, status: 'withdrawn' }]);
    expect(parse(few.get('exports/xero-bank.csv')!, { columns: true })).toEqual([
      {
        '*Date': '02/03/2025',
        '*Amount': '-12.50',
        Payee: 'Farines, Roca & <Fills>',
        Description: 'Flour',
        Reference: '',
        'Check Number': '',
      },
    ]);
    expect(parse(few.get('exports/quickbooks-bank.csv')!, { columns: true })).toEqual([
      { Date: '02/03/2025', Description: 'Farines, Roca & <Fills> Flour', Amount: '-12.50' },
    ]);
    const many = textsOf(Array.from({ length: 1_001 }, () => lineOf('é'.repeat(400))));
    const sizes = [...many].flatMap(([path, text]) =>
      path.startsWith('exports/quickbooks-bank') ? [Buffer.byteLength(text)] : [],
    );
    expect([sizes.length > 2, Math.max(...sizes) <= 350_000]).toEqual([true, true]);
    expect(parse(many.get('exports/xero-bank-2.csv')!, { columns: true })).toHaveLength(1);
    const invoices = textsOf(Array.from({ length: 101 }, () => sold));
    expect(parse(invoices.get('exports/quickbooks-invoices-2.csv')!, { columns: true })).toHaveLength(1);
  });

  it('write amounts with the digits of their currency', () => {
    expect([amountText(5, 'EUR'), amountText(-123_456, 'EUR'), amountText(7, 'JPY'), amountText(1_234, 'KWD')]).toEqual(
      ['0.05', '-1234.56', '7', '1.234'],
    );
  });
});
