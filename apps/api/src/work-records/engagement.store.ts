import { type AgreementTerms, type Engagement, type EngagementFact, evolveEngagement } from '#domain';
import { AggregateStore, type Database, type Scope, type Versioned } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';
import { engagementEvent } from './engagement.events.js';
import { EngagementRow } from './engagement.row.js';

@Injectable()
export class EngagementStore extends AggregateStore<Engagement, EngagementFact, EngagementRow> {
  protected readonly entity = EngagementRow;
  protected readonly aggregateType = 'engagement';
  protected readonly evolve = evolveEngagement;
  protected readonly toEvent = engagementEvent;

  constructor(@Inject(apiDatabase) database: Database) {
    super(database);
  }

  /** Null before the agreement's first booking is confirmed. */
  async find(scope: Scope, agreementId: string): Promise<Engagement | null> {
    const [found] = await this.database.transaction(scope, (tx) =>
      tx.query<Record<string, unknown>>(this.table.select, [agreementId]),
    );
    return found === undefined ? null : this.stateOf(found);
  }

  /** Nobody else changes it until the caller's transaction is over. */
  loadLocked(scope: Scope, id: string): Promise<Versioned<Engagement>> {
    return this.update(scope, id, null, () => []);
  }

  /** Keeps the term in force at hand, for lists and for whoever sweeps; the agreement is what counts. */
  async noteTerm(scope: Scope, id: string, { endsOn, timeZone }: AgreementTerms): Promise<void> {
    await this.database.transaction(scope, (tx) =>
      tx.execute(
        `UPDATE api.engagement SET ends_on = $2::date, over_at = ($2::date + 1)::timestamp AT TIME ZONE $3 WHERE id = $1`,
        [id, endsOn, timeZone],
      ),
    );
  }

  /** Those that still run although their term is over, the longest over first. */
  async nextOver(now: string, limit: number): Promise<string[]> {
    const rows = await this.database.transaction({ kind: 'marketplace' }, (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM api.engagement WHERE status = 'active' AND over_at <= $1 ORDER BY over_at, id LIMIT $2`,
        [now, limit],
      ),
    );
    return rows.map(({ id }) => id);
  }

  protected toState(row: EngagementRow): Engagement {
    return row.state;
  }

  protected toRow(engagement: Engagement): Omit<EngagementRow, 'id' | 'version'> {
    const { businessId, agencyId, assistantId, status } = engagement;
    return { businessId, agencyId, assistantId, status, state: engagement };
  }
}
