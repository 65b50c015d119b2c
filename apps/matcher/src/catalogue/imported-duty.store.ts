import type { CatalogueEntryImportedV1 } from '#contracts';
import { mostImportedDuties } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { fromTheStart, type ReadMark, takeReadMark } from '../supply/read-mark.js';
import { type WrittenDuties, writtenTogether } from './written-duties.js';

/** Read at a time: of a large catalogue, a few megabytes. */
const pageSize = 2_000;

/** Duties of imported catalogues, by the code that listings and needs have for them. */
@Injectable()
export class ImportedDutyStore {
  private mark: ReadMark = fromTheStart;
  private lastSeen = '';

  async keep(tx: Transaction, duty: CatalogueEntryImportedV1): Promise<void> {
    const { code, labels, alternativeLabels, descriptions, indicativeMinutes } = duty;
    await tx.execute(
      `INSERT INTO matcher.imported_duty (code, wording, indicative_minutes, retired) VALUES ($1, $2, $3, false)
       ON CONFLICT (code) DO UPDATE
         SET wording = $2, indicative_minutes = $3, retired = false, written_by = DEFAULT`,
      [code, JSON.stringify({ labels, alternativeLabels, descriptions }), indicativeMinutes],
    );
  }

  async retire(tx: Transaction, code: string): Promise<void> {
    await tx.execute(`UPDATE matcher.imported_duty SET retired = true, written_by = DEFAULT WHERE code = $1`, [code]);
  }

  /** All that are in use, if any were changed since the last look of this process, by whichever; null if none were. */
  async ifChanged(tx: Transaction): Promise<WrittenDuties | null> {
    const next = await takeReadMark(tx);
    const [row] = await tx.query<{ seen: string | null }>(
      `SELECT md5(string_agg(code || ' ' || written_by, ',' ORDER BY code)) AS seen
         FROM matcher.imported_duty WHERE written_by >= $1::xid8`,
      [this.mark],
    );
    // Rows at the mark are read again and again; they are only new when there are others.
    const isNew = typeof row?.seen === 'string' && row.seen !== this.lastSeen;
    const duties = isNew ? await this.inUse(tx) : null;
    this.mark = next;
    this.lastSeen = row?.seen ?? '';
    return duties;
  }

  /** The next look takes everything for new: what was seen last could not be made use of. */
  forgetPlace(): void {
    this.mark = fromTheStart;
    this.lastSeen = '';
  }

  /** The api takes in no more than there are to be; whoever wrote more into the table sees the first ones. */
  private async inUse(tx: Transaction): Promise<WrittenDuties> {
    const pages: string[] = [];
    let [after, left] = ['', mostImportedDuties];
    while (left > 0) {
      const [page] = await tx.query<{ lines: string | null; last: string | null; count: number }>(
        `SELECT string_agg((wording || jsonb_build_object('id', code, 'retired', false))::text, E'\n' ORDER BY code) AS lines,
                max(code) AS last, count(*)::int AS count
           FROM (SELECT code, wording FROM matcher.imported_duty WHERE NOT retired AND code > $1 ORDER BY code LIMIT $2) AS page`,
        [after, Math.min(pageSize, left)],
      );
      if (!page?.lines || page.last === null) break;
      pages.push(page.lines);
      [after, left] = [page.last, left - page.count];
    }
    return writtenTogether(pages);
  }
}
