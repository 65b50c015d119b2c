import { type Candidate, dateOfEpochDay, epochDay, firstSpanEndingAfter, type Spans } from '#domain';
import type { AssistantColumns } from './assistant-columns.js';
import { changedSpans } from './changed-spans.js';
import { ListPool } from './list-pool.js';

/** Booked time of assistants and time that is taken elsewhere, as pairs of UTC minutes, and their days off, as pairs of day counts: lists in one pool. */
export class AssistantTimes {
  readonly lists = new ListPool((length) => new Int32Array(length));

  put(
    row: number,
    columns: AssistantColumns,
    { busy, elsewhere, daysOff }: Pick<Candidate, 'busy' | 'elsewhere' | 'daysOff'>,
  ): void {
    const days = daysOff.flatMap(({ from, to }) => [epochDay(from), epochDay(to)]);
    columns.busyAt[row] = this.lists.add(busy);
    columns.busyLength[row] = busy.length;
    columns.elsewhereAt[row] = this.lists.add(elsewhere);
    columns.elsewhereLength[row] = elsewhere.length;
    columns.daysOffAt[row] = this.lists.add(days);
    columns.daysOffLength[row] = days.length;
  }

  remove(row: number, columns: AssistantColumns): void {
    this.lists.remove(columns.busyAt[row]!, columns.busyLength[row]!);
    this.lists.remove(columns.elsewhereAt[row]!, columns.elsewhereLength[row]!);
    this.lists.remove(columns.daysOffAt[row]!, columns.daysOffLength[row]!);
  }

  /** Good until the next change. */
  busyOf(row: number, { busyAt, busyLength }: AssistantColumns): Int32Array {
    return this.lists.list(busyAt[row]!, busyLength[row]!);
  }

  /** Good until the next change. */
  elsewhereOf(row: number, { elsewhereAt, elsewhereLength }: AssistantColumns): Int32Array {
    return this.lists.list(elsewhereAt[row]!, elsewhereLength[row]!);
  }

  daysOffOf(row: number, { daysOffAt, daysOffLength }: AssistantColumns): Candidate['daysOff'] {
    const days = this.lists.list(daysOffAt[row]!, daysOffLength[row]!);
    return Array.from({ length: days.length / 2 }, (_, index) => ({
      from: dateOfEpochDay(days[index * 2]!),
      to: dateOfEpochDay(days[index * 2 + 1]!),
    }));
  }

  /**
   * Changes booked time where bookings came or went. What is gone through depends on the minutes that are covered, and not on
   * what else is booked.
   * @param covered what may have changed
   * @param taken what of that is booked now
   * @param since what ended before this UTC minute is forgotten
   */
  changeBusy(row: number, columns: AssistantColumns, covered: Spans, taken: Spans, since: number): void {
    const { from, to, spans } = changedSpans(this.busyOf(row, columns), covered, taken);
    this.replaceBusy(row, columns, from, to, spans);
    this.replaceBusy(row, columns, 0, firstSpanEndingAfter(this.busyOf(row, columns), since), []);
  }

  private replaceBusy(
    row: number,
    { busyAt, busyLength }: AssistantColumns,
    from: number,
    to: number,
    spans: readonly number[],
  ): void {
    if (from === to && spans.length === 0) return;
    busyAt[row] = this.lists.splice(busyAt[row]!, busyLength[row]!, from, to, spans);
    busyLength[row]! += spans.length - (to - from);
  }
}
