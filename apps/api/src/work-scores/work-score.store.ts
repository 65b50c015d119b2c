import { marketplace } from '#access';
import { WorkScoreChangedV1 } from '#contracts';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/** Work of an assistant that was done or should have been, and how much of it was done on time. */
export interface CountedWork {
  readonly runs: number;
  readonly onTime: number;
}

/** What matching knows of the work of assistants, and when it is counted next. */
@Injectable()
export class WorkScoreStore {
  constructor(private readonly database: ApiDatabase) {}

  /** Something happened to her work: it is counted soon. */
  async expect(assistantId: string, agencyId: string, now: string): Promise<void> {
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `INSERT INTO api.work_score AS known (assistant_id, agency_id, count_at) VALUES ($1, $2, $3)
         ON CONFLICT (assistant_id) DO UPDATE SET count_at = least(known.count_at, excluded.count_at)`,
        [assistantId, agencyId, now],
      ),
    );
  }

  /** Assistants whose work is to be counted, the longest waiting first. */
  async next(now: string, limit: number): Promise<string[]> {
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT assistant_id AS id FROM api.work_score WHERE count_at <= $1 ORDER BY count_at, id LIMIT $2`,
        [now, limit],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Keeps what was counted, and tells of it where it is another number than before. Whoever counts holds the row, so that nothing older is
   * told after something newer.
   * @param count reads the work once the row is held
   */
  async count(assistantId: string, again: string, now: string, count: () => Promise<CountedWork>): Promise<void> {
    await this.database.transaction(marketplace, async (tx) => {
      const [known] = await tx.query<CountedWork & { version: number; agencyId: string }>(
        `SELECT version, agency_id AS "agencyId", runs, on_time AS "onTime" FROM api.work_score WHERE assistant_id = $1 FOR UPDATE`,
        [assistantId],
      );
      if (known === undefined) return;
      const { runs, onTime } = await count();
      const isNew = runs !== known.runs || onTime !== known.onTime;
      const version = known.version + (isNew ? 1 : 0);
      await tx.execute(
        `UPDATE api.work_score SET version = $2, runs = $3, on_time = $4, count_at = $5 WHERE assistant_id = $1`,
        [assistantId, version, runs, onTime, again],
      );
      if (!isNew) return;
      await tx.append([
        {
          type: WorkScoreChangedV1.type,
          aggregateType: 'work-score',
          aggregateId: assistantId,
          aggregateVersion: version,
          audience: [known.agencyId],
          data: { agencyId: known.agencyId, runs, onTime, scoredAt: now },
        },
      ]);
    });
  }
}
