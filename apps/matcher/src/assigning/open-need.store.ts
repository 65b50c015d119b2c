import type { NeedToMatchV1 } from '#contracts';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface OpenNeed {
  readonly needId: string;
  readonly matching: NeedToMatchV1;
}

/** Needs that wait for somebody: posted, not closed, and without an agreement. */
@Injectable()
export class OpenNeedStore {
  /** Posted or edited. */
  async keep(tx: Transaction, needId: string, matching: NeedToMatchV1, at: string): Promise<void> {
    await tx.execute(
      `INSERT INTO matcher.open_need (need_id, matching, posted_at) VALUES ($1, $2, $3)
       ON CONFLICT (need_id) DO UPDATE SET matching = $2, posted_at = coalesce(matcher.open_need.posted_at, $3)`,
      [needId, JSON.stringify(matching), at],
    );
  }

  /** Closed or agreed upon: between topics there is no order, so that it may be known before the need is. */
  async end(tx: Transaction, needId: string): Promise<void> {
    await tx.execute(
      `INSERT INTO matcher.open_need (need_id, over) VALUES ($1, true)
       ON CONFLICT (need_id) DO UPDATE SET over = true, matching = NULL`,
      [needId],
    );
  }

  /** Nothing came of what it was closed for. */
  async reopen(tx: Transaction, needId: string, matching: NeedToMatchV1, at: string): Promise<void> {
    await tx.execute(
      `INSERT INTO matcher.open_need (need_id, matching, posted_at) VALUES ($1, $2, $3)
       ON CONFLICT (need_id) DO UPDATE SET matching = $2, posted_at = $3, over = false`,
      [needId, JSON.stringify(matching), at],
    );
  }

  /** Those whose term hasn't ended, the longest posted first. */
  open(tx: Transaction, today: string, limit: number): Promise<OpenNeed[]> {
    return tx.query<OpenNeed>(
      `SELECT need_id AS "needId", matching FROM matcher.open_need
        WHERE NOT over AND matching->>'endsOn' >= $1 ORDER BY posted_at, need_id LIMIT $2`,
      [today, limit],
    );
  }
}
