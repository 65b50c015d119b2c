import { divideHalfEven, wholeBps } from '../billing/money/money.js';
import type { Box, BoxSum, TaxReturn } from './chart.js';
import type { RecordEntry } from './record.js';

export interface CategoryTotal {
  readonly kind: RecordEntry['kind'];
  readonly category: string | null;
  readonly vatRateBps: number | null;
  readonly entries: number;
  readonly netMinor: number;
  readonly vatMinor: number;
  readonly totalMinor: number;
}

export interface BoxFigure {
  readonly box: Box;
  readonly amountMinor: number;
}

/** By kind, category and rate, in that order. Lines of the bank and what is withdrawn are in no total. */
export function totalsOf(entries: readonly RecordEntry[]): CategoryTotal[] {
  const totals = new Map<string, CategoryTotal>();
  for (const entry of entries.filter(counts)) {
    const { kind, category, vatRateBps } = entry;
    const key = [kind, category ?? '', String(vatRateBps ?? -1).padStart(6, '0')].join('\u0000');
    const known = totals.get(key) ?? {
      kind,
      category,
      vatRateBps,
      entries: 0,
      netMinor: 0,
      vatMinor: 0,
      totalMinor: 0,
    };
    totals.set(key, {
      ...known,
      entries: known.entries + 1,
      netMinor: known.netMinor + entry.netMinor,
      vatMinor: known.vatMinor + entry.vatMinor,
      totalMinor: known.totalMinor + entry.totalMinor,
    });
  }
  return [...totals].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, total]) => total);
}

/** The boxes of a return, each after those that it is made of. @param earlier those of the periods of the same year before it */
export function boxesOf(
  { boxes }: Pick<TaxReturn, 'boxes'>,
  entries: readonly RecordEntry[],
  earlier: readonly (readonly BoxFigure[])[] = [],
): BoxFigure[] {
  const amounts = new Map<string, number>();
  const taken = entries.filter(counts);
  return boxes.map((box) => {
    const of = (name: string): number => amounts.get(name) ?? 0;
    let amount = box.sum === undefined ? 0 : summed(box.sum, taken);
    amount += (box.plus ?? []).reduce((sum, name) => sum + of(name), 0);
    amount -= (box.minus ?? []).reduce((sum, name) => sum + of(name), 0);
    if (box.ofEarlier !== undefined) amount += aboveNothing(box.ofEarlier, earlier);
    if (box.shareBps !== undefined) {
      amount = Number(divideHalfEven(BigInt(amount) * BigInt(box.shareBps), BigInt(wholeBps)));
    }
    if (box.atLeastZero === true) amount = Math.max(0, amount);
    amounts.set(box.box, amount);
    return { box, amountMinor: amount };
  });
}

const aboveNothing = (name: string, periods: readonly (readonly BoxFigure[])[]): number =>
  periods.reduce((sum, figures) => {
    const amount = figures.find(({ box }) => box.box === name)?.amountMinor ?? 0;
    return sum + Math.max(0, amount);
  }, 0);

/** What belongs into a return and is in none of its boxes, as it has no rate or category, or one that no box is for. */
export interface OutsideBoxes {
  readonly entries: number;
  readonly netMinor: number;
  readonly vatMinor: number;
}

export function outsideBoxes(form: TaxReturn, entries: readonly RecordEntry[]): OutsideBoxes {
  const sums = form.boxes.flatMap(({ sum }) => sum ?? []);
  const outside = entries.filter(
    (entry) =>
      counts(entry) && (form.covers === 'all' || entry.vatMinor !== 0) && !sums.some((sum) => isIn(sum, entry)),
  );
  return {
    entries: outside.length,
    netMinor: outside.reduce((sum, { netMinor }) => sum + netMinor, 0),
    vatMinor: outside.reduce((sum, { vatMinor }) => sum + vatMinor, 0),
  };
}

const counts = ({ status, kind }: RecordEntry): boolean => status !== 'withdrawn' && kind !== 'bank-line';

const isIn = ({ kinds, rates, categories, taxed }: BoxSum, entry: RecordEntry): boolean =>
  kinds.includes(entry.kind) &&
  (taxed !== true || entry.vatMinor !== 0) &&
  (rates === undefined || rates.includes(entry.vatRateBps ?? -1)) &&
  (categories === undefined || categories.includes(entry.category ?? ''));

const measures = { net: 'netMinor', vat: 'vatMinor', total: 'totalMinor', withheld: 'withheldMinor' } as const;

const summed = (sum: BoxSum, entries: readonly RecordEntry[]): number =>
  entries.reduce((total, entry) => (isIn(sum, entry) ? total + entry[measures[sum.of]] : total), 0);
