import { blank, correctionOf, draftOf, draftRead, isReady, mileageOf, paidBy, saidOf } from './entry-draft';
import { gapGridOf, isSamePlace } from './gap-grid';
import type { Books, Entry, Gap, Month, Reading } from './record-queries';

const books = {
  currency: 'EUR',
  vatRates: [2_100, 1_000],
  withholdingRates: [1_900],
  mileageRateMinor: 26,
} as unknown as Books;
const entry = {
  id: 'e-1',
  kind: 'expense',
  datedOn: '2026-03-02',
  description: 'Paper bags',
  counterpart: 'Bosses, S.L.',
  counterpartVatId: null,
  documentNumber: 'F-7',
  category: null,
  netMinor: 1_000,
  totalMinor: 1_210,
  withheldMinor: 0,
  currency: 'EUR',
  vatRateBps: 2_100,
  vatMinor: 210,
  distanceTenths: null,
  paidOn: null,
  bankLineId: null,
  corrects: null,
  fileIds: ['f-1'],
} as unknown as Entry;

describe('an entry of the books being written', () => {
  it('is sent as it was read where nothing was changed, without what was left empty', () => {
    expect(saidOf(draftOf(entry), books)).toEqual({
      kind: 'expense',
      datedOn: '2026-03-02',
      description: 'Paper bags',
      counterpart: 'Bosses, S.L.',
      documentNumber: 'F-7',
      totalMinor: 1_210,
      vatRateBps: 2_100,
      vatMinor: 210,
      fileIds: ['f-1'],
    });
  });

  it('is ready once it has a day, words and an amount; a way has its length instead', () => {
    const written = { ...blank, datedOn: '2026-03-02', description: 'Paper bags' };
    expect([isReady(written), isReady({ ...written, total: '12.10' })]).toEqual([false, true]);
    expect([
      isReady({ ...written, kind: 'mileage', total: 5 }),
      isReady({ ...written, kind: 'mileage', kilometres: 12 }),
    ]).toEqual([false, true]);
  });

  it('counts a way by its length to a hundred metres', () => {
    const way = { ...blank, kind: 'mileage', kilometres: 12.3 } as const;
    expect([mileageOf(way, books), saidOf(way, books)]).toEqual([
      320,
      expect.objectContaining({ distanceTenths: 123 }),
    ]);
    expect(saidOf(way, books)).not.toHaveProperty('totalMinor');
  });

  it('is begun by a line of the bank, which says by its sign what it was', () => {
    const line = { ...entry, id: 'b-1', kind: 'bank-line', totalMinor: -1_210 } as Entry;
    expect(paidBy(line)).toMatchObject({ kind: 'expense', total: 12.1, paidOn: '2026-03-02', bankLineId: 'b-1' });
    expect(paidBy({ ...line, totalMinor: 500 })).toMatchObject({ kind: 'income', total: 5 });
  });

  it('puts one of a closed month right, dated today, without its papers and its amount', () => {
    const correction = correctionOf(entry, '2026-05-01');
    expect(correction).toMatchObject({
      datedOn: '2026-05-01',
      corrects: 'e-1',
      total: '',
      fileIds: [],
      vatMinor: null,
    });
    expect(isReady(correction)).toBe(false);
  });

  it('keeps back of the net amount what its rate says, or what the document does', () => {
    const rent = { ...blank, total: 1_210, rate: '2100', withheldRate: '1900' };
    expect(saidOf(rent, books)).toMatchObject({ totalMinor: 121_000, withheldMinor: 19_000 });
    expect(saidOf({ ...rent, withheldMinor: 18_000 }, books)).toMatchObject({ withheldMinor: 18_000 });
    expect(saidOf({ ...rent, withheldRate: '' }, books)).not.toHaveProperty('withheldMinor');
    expect(saidOf(draftOf({ ...entry, withheldMinor: 190 } as Entry), books)).toMatchObject({ withheldMinor: 190 });
  });

  it('has the number by which whom it is with pays tax', () => {
    const known = draftOf({ ...entry, counterpartVatId: 'B12345678' } as Entry);
    expect(saidOf(known, books)).toMatchObject({ counterpartVatId: 'B12345678' });
  });

  it('takes from an electronic invoice what the books can hold', () => {
    const reading = {
      currency: 'EUR',
      datedOn: '2026-02-03',
      documentNumber: 'A-1',
      supplier: null,
      supplierVatId: null,
      totalMinor: 12_100,
      vatMinor: 2_100,
      vatRateBps: 400,
    } as unknown as Reading;
    expect(draftRead(reading, books, 'expense')).toMatchObject({ description: 'A-1', total: 121, rate: '' });
    expect(draftRead({ ...reading, currency: 'USD' }, books, 'expense')).toEqual({});
    const ours = { ...reading, supplier: 'Forn Mas', customer: 'Hotel Mirador', withheldMinor: 1_500 };
    expect(draftRead(ours, books, 'income')).toMatchObject({ counterpart: 'Hotel Mirador', withheldMinor: 1_500 });
    expect(draftRead(ours, books, 'expense')).toMatchObject({ counterpart: 'Forn Mas' });
  });
});

describe('what is missing in a year', () => {
  const gap = (kind: Gap['kind'], month: string) => ({ kind, month, recordId: null, what: null }) as Gap;
  const gaps = [gap('without-document', '2026-03'), gap('month-empty', '2026-01'), gap('without-document', '2026-03')];

  it('is a line for each kind, with what stands in a month', () => {
    const months = [
      { month: '2026-01', checklist: { 'month-empty': 1, 'without-document': 0 } },
      { month: '2026-03', checklist: { 'month-empty': 0, 'without-document': 600 } },
    ] as unknown as Month[];
    const { kinds, at, count } = gapGridOf(months, gaps);
    expect(kinds).toEqual(['month-empty', 'without-document']);
    expect(count({ kind: 'without-document', month: '2026-03' })).toBe(600);
    expect(count({ kind: 'without-document', month: '2026-02' })).toBe(0);
    expect(at({ kind: 'without-document', month: '2026-03' })).toHaveLength(2);
    expect(at({ kind: 'without-document', month: '2026-01' })).toEqual([]);
    expect([isSamePlace(gaps[0]!, gaps[2]!), isSamePlace(null, gaps[0]!)]).toEqual([true, false]);
  });
});
