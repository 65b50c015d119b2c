import { ShortlistAskedV1, type ShortlistPreparedV1 } from '#contracts';
import type { Need, PostedNeed } from '#domain';
import type { Scope, Transaction, Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { needToMatch } from './need.events.js';

export interface KeptShortlist {
  /** Null until the matcher has prepared the first one. */
  readonly content: ShortlistPreparedV1 | null;
  /** Whether it is for the present need, and no fresh one is on its way. */
  readonly isCurrent: boolean;
}

const expectShortlist = {
  name: 'expect-shortlist',
  text: `INSERT INTO api.shortlist (need_id, business_id, awaited_need_version) VALUES ($1, $2, $3)
         ON CONFLICT (need_id) DO UPDATE SET awaited_need_version = $3, awaited_request_id = NULL`,
};

/** Shortlists as the matcher prepared them, and which one is expected next. */
@Injectable()
export class ShortlistStore {
  constructor(private readonly database: ApiDatabase) {}

  /** The need was posted or edited: the matcher prepares a shortlist of this version by itself. */
  async expect(tx: Transaction, { state, version }: Versioned<Need>): Promise<void> {
    await tx.execute(expectShortlist, [state.needId, state.businessId, version]);
  }

  /** Asks for a fresh one, unless one is on its way. */
  ask(scope: Scope, { state, version }: Versioned<PostedNeed>): Promise<void> {
    const { needId, businessId } = state;
    return this.database.transaction(scope, async (tx) => {
      const requestId = uuidv7();
      const asked = await tx.execute(
        `UPDATE api.shortlist SET awaited_request_id = $2
          WHERE need_id = $1 AND awaited_request_id IS NULL AND need_version >= awaited_need_version`,
        [needId, requestId],
      );
      if (asked === 0) return;
      const data: ShortlistAskedV1 = { needId, needVersion: version, businessId, matching: needToMatch(state) };
      await tx.append([
        {
          type: ShortlistAskedV1.type,
          aggregateType: 'shortlist-request',
          aggregateId: requestId,
          aggregateVersion: 1,
          audience: [businessId],
          data,
        },
      ]);
    });
  }

  /** Keeps what the matcher prepared, unless there is one of a later version of the need. */
  async keep(tx: Transaction, version: number, content: ShortlistPreparedV1): Promise<void> {
    await tx.execute(
      `UPDATE api.shortlist SET version = $2, need_version = $3, content = $4, prepared_at = $5,
              awaited_request_id = nullif(awaited_request_id, $6)
        WHERE need_id = $1 AND (need_version IS NULL OR need_version <= $3)`,
      [content.needId, version, content.needVersion, JSON.stringify(content), content.preparedAt, content.requestId],
    );
  }

  /** Null for a need that was never posted, or that the scope may not see. */
  async find(scope: Scope, needId: string): Promise<KeptShortlist | null> {
    const [row] = await this.database.read(scope, (tx) =>
      tx.query<KeptShortlist>(
        `SELECT content, coalesce(need_version >= awaited_need_version AND awaited_request_id IS NULL, false) AS "isCurrent"
           FROM api.shortlist WHERE need_id = $1`,
        [needId],
      ),
    );
    return row ?? null;
  }
}
