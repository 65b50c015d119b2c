import {
  type BoxFigure,
  boxesOf,
  earlierPeriods,
  type OutsideBoxes,
  outsideBoxes,
  type RecordEntry,
  returnPeriods,
  type ReturnPeriod,
  type TaxReturn,
} from '#domain';
import type { YearOfBooks } from './pack-data.js';

/** A return of one period, and what belongs into it and is in none of its boxes. */
export interface FilledReturn {
  readonly form: TaxReturn;
  readonly period: string;
  readonly figures: readonly BoxFigure[];
  readonly outside: OutsideBoxes;
}

/** Each return by its periods, with the entries of each: by the calendar, those before the fiscal year among them. */
export function returnsOf({ books, period: year, entries, earlier }: YearOfBooks): FilledReturn[] {
  const all: readonly RecordEntry[] = [...earlier, ...entries];
  const within = ({ from, to }: ReturnPeriod): RecordEntry[] =>
    all.filter(({ datedOn }) => datedOn >= from && datedOn <= to);
  return books.chart.returns.flatMap((form) => {
    const figuresOf = (period: ReturnPeriod): BoxFigure[] => {
      const before: BoxFigure[][] = [];
      for (const one of earlierPeriods(form.per, period)) before.push(boxesOf(form, within(one), before));
      return boxesOf(form, within(period), before);
    };
    return returnPeriods(form.per, year).map((period) => ({
      form,
      period: nameOf(period),
      figures: figuresOf(period),
      outside: outsideBoxes(form, within(period)),
    }));
  });
}

const nameOf = ({ quarter, from, to }: ReturnPeriod): string =>
  `${quarter === null ? '' : `${quarter}: `}${from} – ${to}`;
