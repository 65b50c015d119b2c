import { type Engagement, type EngagementFact, evolveEngagement } from '#domain';
import { type Scope, StateSchema, type Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { partiesOf } from '../parties-of.js';
import type { ColumnsOf } from '../state-store.js';
import { engagementEvent } from './engagement.events.js';
import { EngagementRow } from './engagement.row.js';
import { WorkStore } from './work.store.js';

export const engagementStates = new StateSchema<Engagement>('engagement');

@Injectable()
export class EngagementStore extends WorkStore<Engagement, EngagementFact, EngagementRow> {
  protected readonly kind = {
    noun: 'engagement',
    row: EngagementRow,
    evolve: evolveEngagement,
    toEvent: engagementEvent,
  };
  protected override readonly schema = engagementStates;

  /** Null before both sides have accepted the agreement. */
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

  /** Whether the agreement's engagement is over. Whoever has locked the agreement can rely on it, as its end locks it, too. */
  async hasEnded(scope: Scope, agreementId: string): Promise<boolean> {
    return (await this.find(scope, agreementId))?.status === 'ended';
  }

  protected columnsOf(engagement: Engagement): ColumnsOf<EngagementRow> {
    return { ...partiesOf(engagement), status: engagement.status };
  }
}
