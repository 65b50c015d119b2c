import { addDays, type CountedEntry, type DateRange, type TallyOptions, YearTally } from '#domain';
import type { Transaction } from '#platform/database';

/** How far around a period numbers of series are looked for. */
const aroundDays = 366;
/** Entries that one statement reads. */
const portion = 2_000;

/** Of an invoice its number counts wherever it is; all else within the period. What is named by many is read once, by an index. */
const counted = `SELECT r.id, r.kind, r.status, r.dated_on::text AS "datedOn", r.content ->> 'category' AS category,
    r.content ->> 'description' AS description, r.content ->> 'counterpart' AS counterpart,
    r.content ->> 'documentNumber' AS "documentNumber", r.content ->> 'paidOn' AS "paidOn",
    (r.content ->> 'vatRateBps')::int AS "vatRateBps", (r.content ->> 'netMinor')::float8 AS "netMinor",
    (r.content ->> 'vatMinor')::float8 AS "vatMinor", (r.content ->> 'totalMinor')::float8 AS "totalMinor",
    coalesce((r.content ->> 'withheldMinor')::float8, 0) AS "withheldMinor",
    jsonb_array_length(r.content -> 'fileIds') > 0 AS "hasDocument",
    r.kind = 'bank-line' AND EXISTS (
      SELECT FROM api.record paid WHERE paid.business_id = r.business_id AND paid.content ->> 'bankLineId' = r.id::text
         AND paid.status <> 'withdrawn') AS "isExplained"
  FROM api.record r
 WHERE r.business_id = $1 AND r.status <> 'withdrawn' AND r.dated_on <= $2 AND (r.dated_on, r.id) > ($3, $4)
   AND (r.dated_on BETWEEN $5 AND $6 OR (r.kind = 'income' AND r.content ->> 'documentNumber' IS NOT NULL))
 ORDER BY r.dated_on, r.id LIMIT ${portion}`;

/** Looks at all entries of a period, a portion after the other, and keeps of them what is told alone. */
export async function tallyOf(
  tx: Transaction,
  businessId: string,
  period: DateRange,
  options: TallyOptions,
): Promise<ReturnType<YearTally['result']>> {
  const tally = new YearTally(period, options);
  const until = addDays(period.to, aroundDays);
  let [day, id] = [addDays(period.from, 0 - aroundDays), '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const entries = await tx.query<CountedEntry>(counted, [businessId, until, day, id, period.from, period.to]);
    for (const entry of entries) tally.add(entry);
    const last = entries.at(-1);
    if (last === undefined || entries.length < portion) return tally.result();
    [day, id] = [last.datedOn, last.id];
  }
}
