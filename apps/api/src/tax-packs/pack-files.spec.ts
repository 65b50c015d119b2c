import { gapsOf } from '#domain';
import { chartOf } from '#knowledge/charts';
import { csvOf } from '#platform/csv';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import type { KeptRecord } from '../records/record.store.js';
import { aKeptRecord } from '../testing/kept-records.js';
import { amountText } from './amount-text.js';
import { bookedEntries } from './exports/booked-entry.js';
import type { YearOfBooks } from './pack-data.js';
import { packTexts } from './pack-files.js';
import { packWords } from './pack-words.js';

const chart = chartOf('es-pgc-pymes')!;
const period = { from: '2025-01-01', to: '2025-12-31' };
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
  gaps: gapsOf(entries, period, '9999-01-01'),
  invoices: [],
  postings: [],
});
const textsOf = (entries: readonly KeptRecord[]) =>
  new Map(packTexts(yearOf(entries), packWords.ca).map(({ path, text }) => [path, text]));
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
      'exports/quickbooks-bills.csv',
      'exports/quickbooks-invoices.csv',
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
    expect([box('303', '06', '2'), box('303', '29', '1'), box('390', '65'), box('130', '03')]).toEqual([
      '10.00',
      '10.00',
      '0.00',
      '-2.60',
    ]);
  });

  it('run nothing in a spreadsheet', () => {
    expect(texts.get('entries.csv')).toContain(`"'=HYPERLINK(""evil"")"`);
    expect(csvOf([['-12.50', '-1+1', 'a,b']])).toBe(`-12.50,'-1+1,"a,b"\r\n`);
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
    const journal = packTexts({ ...yearOf([]), postings }, packWords.en).find(
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
    expect(many.get('exports/xero-bills.csv')).not.toContain('*TaxType');
    const british = packTexts(
      { ...yearOf([aKeptRecord({ vatRateBps: 2_000 })]), books: { ...yearOf([]).books, chart: chartOf('uk-sa103')! } },
      packWords.en,
    );
    const bills = british.find(({ path }) => path === 'exports/xero-bills.csv')!;
    expect(parse(bills.text, { columns: true })).toMatchObject([{ '*TaxType': '20% (VAT on Expenses)' }]);
  });

  it('write amounts with the digits of their currency', () => {
    expect([amountText(5, 'EUR'), amountText(-123_456, 'EUR'), amountText(7, 'JPY'), amountText(1_234, 'KWD')]).toEqual(
      ['0.05', '-1234.56', '7', '1.234'],
    );
  });
});
