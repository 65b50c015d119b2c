import type { EngagementId, ResponseBaseline } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

export type FrozenBaseline = ResponseBaseline & { readonly frozenAt: string };

/** Whose baseline it is. */
export interface BaselineParties {
  readonly engagementId: EngagementId;
  readonly businessId: string;
  readonly agencyId: string;
}

interface BaselineRow {
  readonly from: Date;
  readonly to: Date;
  readonly frozenAt: Date;
  readonly waits: readonly number[];
}

/** Baselines that are frozen; they are written once. */
@Injectable()
export class ResponseBaselineStore {
  constructor(private readonly database: ApiDatabase) {}

  async find(scope: Scope, engagementId: string): Promise<FrozenBaseline | null> {
    const [row] = await this.database.transaction(scope, (tx) =>
      tx.query<BaselineRow>(
        `SELECT from_at AS "from", to_at AS "to", frozen_at AS "frozenAt", to_json(waits) AS waits
           FROM api.response_baseline WHERE engagement_id = $1`,
        [engagementId],
      ),
    );
    if (row === undefined) return null;
    const { from, to, frozenAt, waits } = row;
    return { from: from.toISOString(), to: to.toISOString(), frozenAt: frozenAt.toISOString(), waits };
  }

  /** Whether it was kept: false where somebody else was first. */
  async keep(
    tx: Transaction,
    parties: BaselineParties,
    { from, to, frozenAt, waits }: FrozenBaseline,
  ): Promise<boolean> {
    const { engagementId, businessId, agencyId } = parties;
    const kept = await tx.execute(
      `INSERT INTO api.response_baseline (engagement_id, business_id, agency_id, from_at, to_at, frozen_at, waits)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (engagement_id) DO NOTHING`,
      [engagementId, businessId, agencyId, from, to, frozenAt, waits],
    );
    return kept > 0;
  }
}
