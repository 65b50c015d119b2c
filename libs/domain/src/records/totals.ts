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
  for (const entry of counted(entries)) {
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

/** The boxes of a return, each after those that it is made of. */
export function boxesOf({ boxes }: TaxReturn, entries: readonly RecordEntry[]): BoxFigure[] {
  const amounts = new Map<string, number>();
  const taken = counted(entries);
  return boxes.map((box) => {
    const of = (name: string): number => amounts.get(name) ?? 0;
    let amount = box.sum === undefined ? 0 : summed(box.sum, taken);
    amount += (box.plus ?? []).reduce((sum, name) => sum + of(name), 0);
    amount -= (box.minus ?? []).reduce((sum, name) => sum + of(name), 0);
    if (box.shareBps !== undefined) {
      amount = Number(divideHalfEven(BigInt(amount) * BigInt(box.shareBps), BigInt(wholeBps)));
    }
    if (box.atLeastZero === true) amount = Math.max(0, amount);
    amounts.set(box.box, amount);
    return { box, amountMinor: amount };
  });
}

const counted = (entries: readonly RecordEntry[]): RecordEntry[] =>
  entries.filter(({ status, kind }) => status !== 'withdrawn' && kind !== 'bank-line');

function summed({ of, kinds, rates, categories }: BoxSum, entries: readonly RecordEntry[]): number {
  const measure = { net: 'netMinor', vat: 'vatMinor', total: 'totalMinor' } as const;
  return entries
    .filter(
      (entry) =>
        kinds.includes(entry.kind) &&
        (rates === undefined || rates.includes(entry.vatRateBps ?? -1)) &&
        (categories === undefined || categories.includes(entry.category ?? '')),
    )
    .reduce((sum, entry) => sum + entry[measure[of]], 0);
}
