import type { RecordEntry } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { recordFiled, type ToldRecord } from './record.events.js';

type Uncategorised = Pick<RecordEntry, 'id' | 'kind' | 'datedOn' | 'counterpart' | 'description'>;

const portion = 1_000;

/** Entries of open months that have no category, and how they are given one. */
@Injectable()
export class UncategorisedRecords {
  /** Those from a day on that count, a portion after the other. */
  async *portions(tx: Transaction, businessId: string, from: string): AsyncGenerator<Uncategorised[]> {
    let [day, id] = [from, '00000000-0000-0000-0000-000000000000'];
    for (;;) {
      const entries = await tx.query<Uncategorised>(
        `SELECT r.id, r.kind, r.dated_on::text AS "datedOn", r.content ->> 'counterpart' AS counterpart,
                r.content ->> 'description' AS description
           FROM api.record r
          WHERE r.business_id = $1 AND (r.dated_on, r.id) > ($2, $3) AND r.status <> 'withdrawn' AND r.content ->> 'category' IS NULL
            AND NOT EXISTS (SELECT FROM api.record_month m
                             WHERE m.business_id = r.business_id AND m.month = to_char(r.dated_on, 'YYYY-MM'))
          ORDER BY r.dated_on, r.id LIMIT ${portion}`,
        [businessId, day, id],
      );
      if (entries.length > 0) yield entries;
      const last = entries.at(-1);
      if (last === undefined || entries.length < portion) return;
      [day, id] = [last.datedOn, last.id];
    }
  }

  /** Says the category of each, unless somebody has said one meanwhile. */
  async categorise(
    tx: Transaction,
    ruled: readonly { readonly recordId: string; readonly category: string }[],
    now: string,
  ): Promise<void> {
    if (ruled.length === 0) return;
    const records = await tx.query<ToldRecord>(
      `UPDATE api.record r SET version = r.version + 1, content = r.content || jsonb_build_object('category', said.category)
         FROM jsonb_to_recordset($1::jsonb) AS said ("recordId" uuid, category text)
        WHERE r.id = said."recordId" AND r.content ->> 'category' IS NULL AND r.status <> 'withdrawn'
      RETURNING r.id, r.version, r.kind, r.business_id AS "businessId", r.agency_id AS "agencyId",
                r.engagement_id AS "engagementId", r.assistant_id AS "assistantId"`,
      [JSON.stringify(ruled)],
    );
    await tx.append(records.flatMap((record) => recordFiled(record, now)));
  }
}
