import * as fc from 'fast-check';
import { refusalOf } from '../refusals.examples.js';
import { amountsOf } from './amounts.js';
import type { Chart } from './chart.js';
import { countedEntries, talliedOf } from './counted-entries.examples.js';
import { earlierPeriods, fiscalYear, fiscalYearOf, returnPeriods, returnsBeginOn } from './fiscal-year.js';
import type { GapKind } from './gaps.js';
import { assertExtends, goesOn, isToBeAnnounced, keptUntil } from './retention.js';
import { assertClosable } from './months.js';
import {
  amendRecord,
  assertRoom,
  fileRecord,
  recordBounds,
  type RecordContext,
  returnRecord,
  reviewRecord,
  withdrawRecord,
} from './record-decisions.js';
import { type RecordContent, type RecordEntry, monthsBetween } from './record.js';
import { boxesOf, outsideBoxes, totalsOf } from './totals.js';
import { noGaps, YearTally } from './year-tally.js';

const names = { en: 'a', es: 'a', ca: 'a' };
const chart: Chart = {
  code: 'test',
  names,
  countryCode: 'ES',
  currency: 'EUR',
  fiscalYearStartsOn: '01-01',
  vatRates: [2100, 1000, 0],
  withholdingRates: [1500],
  mileageRateMinor: 26,
  source: 'a test',
  retention: { years: 6, source: 'a test' },
  erasureRetention: { years: 3, source: 'The law' },
  categories: [
    { code: '705', kind: 'income', names },
    { code: '629', kind: 'expense', names },
    { code: 'transfer', kind: 'neutral', names },
  ],
  returns: [],
};
const today = '2026-05-20';
const context: RecordContext = { chart, by: 'agency', today, closedMonths: new Set(), corrected: null };
const receipt: RecordContent = {
  kind: 'expense',
  datedOn: '2026-05-02',
  description: 'Flour',
  counterpart: 'Farines Roca',
  counterpartVatId: null,
  documentNumber: 'F-12',
  category: '629',
  currency: 'EUR',
  netMinor: 10_000,
  vatMinor: 2_100,
  totalMinor: 12_100,
  withheldMinor: 0,
  vatRateBps: 2_100,
  paidOn: '2026-05-02',
  bankLineId: null,
  distanceTenths: null,
  fileIds: ['file'],
  corrects: null,
};
let ids = 0;
const entry = (changes: Partial<RecordEntry> = {}): RecordEntry => ({
  ...receipt,
  id: `entry-${(ids += 1)}`,
  status: 'reviewed',
  returnReason: null,
  ...changes,
});

describe('an entry of the records', () => {
  it('waits for the business when the agency files it, and is reviewed when the business does', () => {
    expect(fileRecord(receipt, context)).toBe('filed');
    expect(fileRecord(receipt, { ...context, by: 'business' })).toBe('reviewed');
  });

  it.each<readonly [Partial<RecordContent>, string]>([
    [{ datedOn: '2026-05-22' }, 'record.in-the-future datedOn'],
    [{ datedOn: '2026-02-30' }, 'time.bad-date datedOn'],
    [{ datedOn: '2013-12-31' }, 'record.too-old datedOn'],
    [{ netMinor: 9_999 }, 'record.does-not-add-up totalMinor'],
    [{ netMinor: 0, vatMinor: 0, totalMinor: 0 }, 'record.amount-out-of-range totalMinor'],
    [{ withheldMinor: 10_001 }, 'record.withholds-too-much withheldMinor'],
    [{ withheldMinor: -1_500 }, 'record.withholds-too-much withheldMinor'],
    [{ kind: 'bank-line', category: null, paidOn: null, withheldMinor: 1 }, 'record.nothing-to-withhold withheldMinor'],
    [{ currency: 'GBP' }, 'record.other-currency currency'],
    [{ category: '700' }, 'record.unknown-category category'],
    [{ category: '705' }, 'record.category-of-another-kind category'],
    [{ kind: 'bank-line', category: null }, 'record.bank-line-is-paid paidOn'],
    [{ paidOn: '2026-06-20' }, 'record.in-the-future paidOn'],
    [{ kind: 'mileage', distanceTenths: null }, 'record.distance-missing distanceTenths'],
    [{ kind: 'mileage', distanceTenths: 0 }, 'record.distance-out-of-range distanceTenths'],
    [{ fileIds: Array.from({ length: 11 }, (_, index) => `file-${index}`) }, 'record.too-many-files fileIds'],
    [{ kind: 'mileage', distanceTenths: 100 }, 'record.does-not-add-up netMinor'],
    [{ corrects: 'somebody else’s' }, 'record.not-found corrects'],
  ])('that says %j is refused', (changes, refusal) => {
    expect(refusalOf(() => fileRecord({ ...receipt, ...changes }, context))).toBe(refusal);
  });

  it('of a closed month stays as it is, and is put right by one of an open month', () => {
    const closed = { ...context, by: 'business' as const, closedMonths: new Set(['2026-04']) };
    const old = entry({ datedOn: '2026-04-10' });
    expect(refusalOf(() => amendRecord(old, { ...receipt }, closed))).toBe('record.month-closed');
    expect(refusalOf(() => withdrawRecord(old, closed))).toBe('record.month-closed');
    expect(refusalOf(() => fileRecord({ ...receipt, datedOn: '2026-04-30' }, closed))).toBe(
      'record.month-closed datedOn',
    );
    const correction = { ...receipt, corrects: old.id, netMinor: -10_000, vatMinor: -2_100, totalMinor: -12_100 };
    expect(fileRecord(correction, { ...closed, corrected: old })).toBe('reviewed');
    expect(refusalOf(() => fileRecord(correction, { ...context, corrected: old }))).toBe('record.still-open corrects');
  });

  it('is changed by the agency until the business has reviewed it', () => {
    expect(amendRecord(entry({ status: 'returned' }), receipt, context)).toBe('filed');
    expect(refusalOf(() => amendRecord(entry(), receipt, context))).toBe('record.reviewed-already');
    expect(amendRecord(entry(), receipt, { ...context, by: 'business' })).toBe('reviewed');
    expect(refusalOf(() => amendRecord(entry({ status: 'withdrawn' }), receipt, context))).toBe('record.withdrawn');
    expect(refusalOf(() => amendRecord(entry({ status: 'filed' }), { ...receipt, kind: 'income' }, context))).toBe(
      'record.kind-stays kind',
    );
  });

  it('finds room in a year that has some', () => {
    expect(refusalOf(() => assertRoom(recordBounds.entriesAYear - 1, 1, '2026'))).toBeNull();
    expect(refusalOf(() => assertRoom(recordBounds.entriesAYear, 1, '2026'))).toBe('record.too-many-entries datedOn');
  });

  it('is reviewed once, with its category, and can be given back after that', () => {
    expect(refusalOf(() => reviewRecord(entry({ status: 'filed' }), context))).toBeNull();
    expect(refusalOf(() => reviewRecord(entry({ status: 'filed', category: null }), context))).toBe(
      'record.without-category category',
    );
    expect(refusalOf(() => reviewRecord(entry(), context))).toBe('record.not-waiting');
    expect(refusalOf(() => returnRecord(entry(), context))).toBeNull();
    expect(refusalOf(() => returnRecord(entry({ status: 'returned' }), context))).toBe('record.not-waiting');
  });

  it('has amounts that add up, whatever total and rate are said', () => {
    const amounts = fc.integer({ min: -100_000_000, max: 100_000_000 });
    fc.assert(
      fc.property(amounts, fc.constantFrom(...chart.vatRates), (totalMinor, vatRateBps) => {
        const said = amountsOf({ totalMinor, vatMinor: undefined, vatRateBps, distanceTenths: null }, chart);
        expect(said.netMinor + said.vatMinor).toBe(totalMinor);
        const { gaps } = talliedOf([entry({ ...said, vatRateBps })], { from: '2026-05-01', to: today }, today);
        expect(gaps.filter(({ kind }) => kind === 'vat-does-not-multiply')).toEqual([]);
      }),
    );
    const way = { totalMinor: undefined, vatMinor: undefined, vatRateBps: null, distanceTenths: 125 };
    expect(amountsOf(way, chart)).toEqual({ netMinor: 325, vatMinor: 0, totalMinor: 325 });
    expect(refusalOf(() => amountsOf({ ...way, distanceTenths: null }, chart))).toBe(
      'record.amount-missing totalMinor',
    );
  });
});

describe('what is missing', () => {
  const period = { from: '2026-03-01', to: '2026-05-31' };
  const kinds = (entries: readonly RecordEntry[]): string[] =>
    talliedOf(entries, period, today).gaps.map(({ month, kind, what }) =>
      [month, kind, what].filter(Boolean).join(' '),
    );

  it('are months with nothing, once they are over', () => {
    expect(kinds([])).toEqual(['2026-03 month-empty', '2026-04 month-empty']);
  });

  it.each<readonly [string, Partial<RecordEntry>]>([
    ['without-document', { fileIds: [] }],
    ['without-category', { category: null }],
    ['waiting', { status: 'filed' }],
    ['vat-does-not-multiply', { netMinor: 11_000, vatMinor: 1_100 }],
  ])('is of an entry: %s', (kind, changes) => {
    expect(kinds([entry(changes)]).filter((gap) => gap.startsWith('2026-05'))).toEqual([`2026-05 ${kind} F-12`]);
  });

  it('is a payment after a month, and of a way neither document nor payment', () => {
    const unpaid = entry({ datedOn: '2026-04-02', paidOn: null });
    expect(kinds([unpaid])).toContain('2026-04 unpaid F-12');
    expect(kinds([entry({ paidOn: null })])).not.toContain('2026-05 unpaid F-12');
    const way = entry({ kind: 'mileage', datedOn: '2026-03-02', fileIds: [], paidOn: null, documentNumber: null });
    expect(kinds([way])).toEqual(['2026-04 month-empty']);
  });

  it('is the entry of a line of the bank, unless it is a transfer or somebody names it', () => {
    const line = entry({ kind: 'bank-line', category: null, paidOn: null, documentNumber: null });
    const gap = '2026-05 bank-line-without-entry';
    expect(kinds([line])).toContain(gap);
    expect(kinds([{ ...line, category: 'transfer' }])).not.toContain(gap);
    expect(kinds([line, entry({ bankLineId: line.id })])).not.toContain(gap);
    expect(kinds([line, entry({ bankLineId: line.id, status: 'withdrawn' })])).toContain(gap);
  });

  it('are numbers of one’s own series', () => {
    const sold = (documentNumber: string) => entry({ kind: 'income', category: '705', documentNumber });
    const missing = (...numbers: readonly string[]): string[] =>
      kinds(numbers.map(sold)).filter((gap) => gap.includes('number-missing'));
    expect(missing('2026-001', '2026-004', 'B1', 'B2')).toEqual([
      '2026-05 number-missing 2026-002',
      '2026-05 number-missing 2026-003',
    ]);
    expect(missing('1', '1000')).toEqual(['2026-05 number-missing 2 – 999']);
    expect(missing('7')).toEqual([]);
  });

  it('is a month with nothing where most of it belongs to the year', () => {
    const year = { from: '2026-01-06', to: '2026-04-05' };
    const empty = talliedOf([], year, '2026-06-01').gaps.map(({ month }) => month);
    expect(empty).toEqual(['2026-01', '2026-02', '2026-03']);
  });

  it('is no number that stands in another year', () => {
    const sold = (documentNumber: string, datedOn: string) =>
      entry({ kind: 'income', category: '705', documentNumber, datedOn });
    const around = [sold('A-1', '2025-12-30'), sold('A-3', '2026-05-02')];
    expect(kinds(around)).toContain('2026-05 number-missing A-2');
    expect(kinds([...around, sold('A-2', '2026-01-02')])).not.toContain('2026-05 number-missing A-2');
    expect(kinds([sold('A-1', '2026-05-02'), sold('A-3', '2026-06-02')]).join()).not.toContain('number-missing');
  });

  it('is told singly as far as it is wanted, and counted to the end', () => {
    const many = Array.from({ length: 30 }, () => entry({ fileIds: [], documentNumber: null }));
    const { gaps, months } = talliedOf(many, period, today, 10);
    expect(gaps.filter(({ kind }) => kind === 'without-document')).toHaveLength(10);
    expect(months.at(-1)).toMatchObject({ missing: 30, checklist: { 'without-document': 30, unpaid: 0 } });
  });

  it('is the same in whatever portions entries come', () => {
    const entries = Array.from({ length: 40 }, (_, index) =>
      entry({ datedOn: `2026-0${3 + (index % 3)}-1${index % 10}`, fileIds: index % 2 === 0 ? [] : ['file'] }),
    ).toSorted((one, other) => (one.datedOn < other.datedOn ? -1 : 1));
    const tally = new YearTally(period, { today });
    for (const counted of countedEntries(entries)) tally.add(counted);
    expect(tally.result()).toEqual(talliedOf(entries, period, today));
  });

  it('counts nothing that is withdrawn', () => {
    expect(kinds([entry({ status: 'withdrawn', fileIds: [] })])).toEqual(kinds([]));
  });
});

describe('a month', () => {
  const entries = [
    entry({ kind: 'income', category: '705', totalMinor: 24_200, netMinor: 20_000, vatMinor: 4_200, paidOn: null }),
    entry({ documentNumber: 'F-13' }),
    entry({ status: 'withdrawn' }),
    entry({ status: 'filed', documentNumber: 'F-14', paidOn: null }),
  ];

  it('is a line of what came in, went out, is open and is missing, with the tax to expect', () => {
    const { months } = talliedOf(entries, { from: '2026-04-01', to: '2026-06-30' }, today);
    const [april, may] = months;
    expect(april).toMatchObject({ month: '2026-04', entries: 0, missing: 1 });
    expect(may).toMatchObject({
      month: '2026-05',
      entries: 3,
      inMinor: 24_200,
      outMinor: 24_200,
      owedToUsMinor: 24_200,
      owedByUsMinor: 12_100,
      vatMinor: 0,
      waiting: 1,
      missing: 1,
    });
  });

  it('is closed when it is over and nothing waits, over gaps that somebody names', () => {
    const closing = (gaps: readonly GapKind[], despite: readonly GapKind[] = [], month = '2026-04') => {
      const checklist = { ...noGaps(), ...Object.fromEntries(gaps.map((kind) => [kind, 1])) };
      return refusalOf(() => assertClosable(month, checklist, { despite, today, isClosed: false }));
    };
    expect(closing([])).toBeNull();
    expect(closing(['unpaid'])).toBe('record-month.gaps-open despite');
    expect(closing(['unpaid'], ['unpaid'])).toBeNull();
    expect(closing(['waiting'], ['waiting'])).toBe('record-month.waiting');
    expect(closing([], [], '2026-05')).toBe('record-month.not-over');
    const again = { despite: [], today, isClosed: true };
    expect(refusalOf(() => assertClosable('2026-04', noGaps(), again))).toBe('record-month.closed-already');
  });
});

describe('a fiscal year', () => {
  it('begins when the business says', () => {
    expect(fiscalYear(2026, '01-01')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(fiscalYear(2025, '04-06')).toEqual({ from: '2025-04-06', to: '2026-04-05' });
    expect([fiscalYearOf('2026-04-05', '04-06'), fiscalYearOf('2026-04-06', '04-06')]).toEqual([2025, 2026]);
    expect(monthsBetween('2025-11-06', '2026-02-05')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });
});

describe('returns of tax', () => {
  const from = (...periods: readonly { from: string; to: string }[]) => periods.map((one) => `${one.from} ${one.to}`);

  it('go by the calendar, whenever a business begins its year', () => {
    const year = fiscalYear(2026, '07-01');
    expect(from(...returnPeriods('quarter', year))).toEqual([
      '2026-07-01 2026-09-30',
      '2026-10-01 2026-12-31',
      '2027-01-01 2027-03-31',
      '2027-04-01 2027-06-30',
    ]);
    expect(from(...returnPeriods('calendar-year', year))).toEqual(['2026-01-01 2026-12-31']);
    expect(from(...returnPeriods('quarter-to-date', fiscalYear(2026, '01-01')))).toEqual([
      '2026-01-01 2026-03-31',
      '2026-01-01 2026-06-30',
      '2026-01-01 2026-09-30',
      '2026-01-01 2026-12-31',
    ]);
    expect(from(...returnPeriods('fiscal-year', fiscalYear(2026, '04-06')))).toEqual(['2026-04-06 2027-04-05']);
  });

  it('are there for each quarter once, on whatever day a year begins', () => {
    const starts = fc.date({ min: new Date('2023-01-01'), max: new Date('2023-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(starts, (day) => {
        const startsOn = day.toISOString().slice(5, 10);
        const years = [2024, 2025, 2026].map((year) => fiscalYear(year, startsOn));
        const ends = years.flatMap((year) => returnPeriods('quarter', year)).map(({ to }) => to);
        expect(ends).toHaveLength(12);
        expect(new Set(ends).size).toBe(12);
      }),
    );
  });

  it('look at entries from the first of January on, and at the periods before', () => {
    const year = fiscalYear(2026, '07-01');
    expect(returnsBeginOn(['quarter', 'calendar-year'], year)).toBe('2026-01-01');
    expect(returnsBeginOn(['fiscal-year'], year)).toBe('2026-07-01');
    const [third] = returnPeriods('quarter-to-date', year);
    expect(from(...earlierPeriods('quarter-to-date', third!))).toEqual([
      '2026-01-01 2026-03-31',
      '2026-01-01 2026-06-30',
    ]);
  });

  it('take off what was due for the periods before, and tell what is in no box', () => {
    const form = {
      code: '130',
      names,
      per: 'quarter-to-date' as const,
      covers: 'taxed' as const,
      source: 'a test',
      boxes: [
        { box: '04', names, sum: { of: 'net' as const, kinds: ['income' as const], rates: [2_100] }, shareBps: 2_000 },
        { box: '05', names, ofEarlier: '07' },
        { box: '06', names, sum: { of: 'withheld' as const, kinds: ['income' as const] } },
        { box: '07', names, plus: ['04'], minus: ['05', '06'] },
      ],
    };
    const sale = (changes: Partial<RecordEntry> = {}) => entry({ kind: 'income', category: '705', ...changes });
    const first = boxesOf(form, [sale()]);
    expect(first.map(({ amountMinor }) => amountMinor)).toEqual([2_000, 0, 0, 2_000]);
    const second = boxesOf(form, [sale(), sale({ withheldMinor: 1_500 })], [first]);
    expect(second.map(({ amountMinor }) => amountMinor)).toEqual([4_000, 2_000, 1_500, 500]);
    const lost = boxesOf(form, [sale({ netMinor: -10_000, vatMinor: -2_100, totalMinor: -12_100 })]);
    expect(boxesOf(form, [], [lost]).find(({ box }) => box.box === '05')!.amountMinor).toBe(0);
    const untaxed = sale({ vatRateBps: null, vatMinor: 0, netMinor: 12_100 });
    const sold = { ...form, boxes: form.boxes.slice(0, 1) };
    expect(outsideBoxes(sold, [sale(), untaxed])).toEqual({ entries: 0, netMinor: 0, vatMinor: 0 });
    expect(outsideBoxes(sold, [sale({ vatRateBps: null })])).toEqual({ entries: 1, netMinor: 10_000, vatMinor: 2_100 });
    expect(outsideBoxes({ ...sold, covers: 'all' }, [untaxed]).entries).toBe(1);
  });
});

describe('totals', () => {
  const sold = entry({ kind: 'income', category: '705', netMinor: 50_000, vatMinor: 10_500, totalMinor: 60_500 });
  const entries = [
    sold,
    entry(),
    entry(),
    entry({ status: 'withdrawn' }),
    entry({ kind: 'bank-line', category: null }),
  ];

  it('are by kind, category and rate, without lines of the bank and what is withdrawn', () => {
    expect(totalsOf(entries)).toEqual([
      {
        kind: 'expense',
        category: '629',
        vatRateBps: 2_100,
        entries: 2,
        netMinor: 20_000,
        vatMinor: 4_200,
        totalMinor: 24_200,
      },
      {
        kind: 'income',
        category: '705',
        vatRateBps: 2_100,
        entries: 1,
        netMinor: 50_000,
        vatMinor: 10_500,
        totalMinor: 60_500,
      },
    ]);
  });

  it('become boxes: sums, and sums of other boxes', () => {
    const form = {
      code: 'x',
      names,
      per: 'fiscal-year' as const,
      covers: 'all' as const,
      source: 'a test',
      boxes: [
        { box: '1', names, sum: { of: 'net' as const, kinds: ['income' as const] } },
        {
          box: '2',
          names,
          sum: { of: 'net' as const, kinds: ['expense' as const], rates: [2_100], categories: ['629'] },
        },
        { box: '3', names, plus: ['1'], minus: ['2'] },
        { box: '4', names, plus: ['3'], shareBps: 2_000 },
        { box: '5', names, plus: ['2'], minus: ['1'], atLeastZero: true },
      ],
    };
    expect(boxesOf(form, entries).map(({ amountMinor }) => amountMinor)).toEqual([50_000, 20_000, 30_000, 6_000, 0]);
  });
});

describe('how long books are kept', () => {
  const law = { years: 6 };

  it('is from the end of their year for the years of the law', () => {
    expect(keptUntil(2019, '01-01', law)).toBe('2026-01-01');
    expect(keptUntil(2019, '04-06', law)).toBe('2026-04-06');
  });

  it('is told a while before, and never shorter than that while', () => {
    expect(isToBeAnnounced('2026-03-31', '2026-01-01')).toBe(true);
    expect(isToBeAnnounced('2026-04-02', '2026-01-01')).toBe(false);
    expect([goesOn('2020-01-01', '2026-01-01'), goesOn('2026-05-01', '2026-01-01')]).toEqual([
      '2026-04-01',
      '2026-05-01',
    ]);
  });

  it('is made longer by a business that needs them, until a day that somebody can mean', () => {
    const year = { year: 2019, goesOn: '2026-04-01', removedAt: null };
    const refusal = (until: string, changes: object = {}) => {
      try {
        assertExtends({ ...year, ...changes }, until, '2026-01-01');
        return null;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect([refusal('2028-01-01'), refusal('2026-04-01'), refusal('2099-01-01')]).toEqual([
      null,
      'record-year.not-longer',
      'record-year.too-long',
    ]);
    expect(refusal('2028-01-01', { removedAt: '2026-04-02T00:00:00.000Z' })).toBe('record-year.gone');
  });
});
