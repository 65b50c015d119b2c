import { catalogueDuties } from '#knowledge/catalogue';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { fromTheStart, type ReadMark } from '../supply/read-mark.js';

/** How many minutes a unit of each duty takes as a rule of thumb, of own and of imported ones, retired ones too. */
@Injectable()
export class DutyMinutes {
  private readonly minutes = new Map(catalogueDuties.map((duty) => [duty.code, duty.indicativeMinutes]));
  private mark: ReadMark = fromTheStart;

  async current(tx: Transaction): Promise<ReadonlyMap<string, number>> {
    // Mark and rows are of one snapshot.
    const [found] = await tx.query<{ mark: ReadMark; changed: Record<string, number> | null }>(
      `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS mark, (
         SELECT jsonb_object_agg(code, indicative_minutes) FROM matcher.imported_duty WHERE written_by >= $1::xid8
       ) AS changed`,
      [this.mark],
    );
    if (found === undefined) throw new Error('the database told no snapshot');
    for (const [code, minutes] of Object.entries(found.changed ?? {})) this.minutes.set(code, minutes);
    this.mark = found.mark;
    return this.minutes;
  }
}
