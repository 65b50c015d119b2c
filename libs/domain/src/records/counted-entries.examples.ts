import type { CountedEntry, Gap } from './gaps.js';
import type { MonthLine } from './months.js';
import type { RecordEntry } from './record.js';
import { YearTally } from './year-tally.js';

/** Entries as they are counted: which lines of the bank are explained is known by those among them that name one. */
export function countedEntries(entries: readonly RecordEntry[]): CountedEntry[] {
  const paying = new Set(
    entries.flatMap(({ bankLineId, status }) => (status === 'withdrawn' ? [] : (bankLineId ?? []))),
  );
  return entries.map((entry) => ({
    ...entry,
    hasDocument: entry.fileIds.length > 0,
    isExplained: paying.has(entry.id),
  }));
}

export function talliedOf(
  entries: readonly RecordEntry[],
  period: { from: string; to: string },
  today: string,
  mostTold?: number,
): { months: MonthLine[]; gaps: Gap[] } {
  const tally = new YearTally(period, { today, ...(mostTold !== undefined && { mostTold }) });
  for (const entry of countedEntries(entries)) tally.add(entry);
  return tally.result();
}
