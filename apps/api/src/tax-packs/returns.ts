import { boxesOf, quartersOf, type RecordEntry, type TaxReturn } from '#domain';
import type { YearOfBooks } from './pack-data.js';

/** Each return by its periods, with the entries of each. */
export function returnsOf({ books, period, entries }: YearOfBooks) {
  const within = (from: string, to: string): RecordEntry[] =>
    entries.filter(({ datedOn }) => datedOn >= from && datedOn <= to);
  return books.chart.returns.flatMap((form: TaxReturn) =>
    (form.per === 'year' ? [period] : quartersOf(period)).map((range, index) => ({
      form,
      period: form.per === 'year' ? `${period.from} – ${period.to}` : `${index + 1}: ${range.from} – ${range.to}`,
      figures: boxesOf(form, within(range.from, range.to)),
    })),
  );
}
