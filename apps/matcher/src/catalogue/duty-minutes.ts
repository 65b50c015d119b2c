import { catalogueDuties } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { fromTheStart, type ReadMark, takeReadMark } from '../supply/written-since.js';

/** How many minutes a unit of each duty takes as a rule of thumb, of own and of imported ones, retired ones too. */
@Injectable()
export class DutyMinutes {
  private readonly minutes = new Map(catalogueDuties.map((duty) => [duty.code, duty.indicativeMinutes]));
  private mark: ReadMark = fromTheStart;

  async current(tx: Transaction): Promise<ReadonlyMap<string, number>> {
    const next = await takeReadMark(tx);
    const changed = await tx.query<{ code: string; minutes: number }>(
      `SELECT code, indicative_minutes AS minutes FROM matcher.imported_duty WHERE written_by >= $1::xid8`,
      [this.mark],
    );
    for (const { code, minutes } of changed) this.minutes.set(code, minutes);
    this.mark = next;
    return this.minutes;
  }
}
