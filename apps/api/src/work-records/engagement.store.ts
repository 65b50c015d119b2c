import { type Actor, scopeOf } from '#access';
import { type Engagement, type EngagementFact, evolveEngagement } from '#domain';
import { type Scope, StateSchema, type Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiStore } from '../api-store.js';
import { partiesOf } from '../parties-of.js';
import { demandWithinScope } from './assistant-scope.js';
import { engagementEvent } from './engagement.events.js';
import { EngagementRow } from './engagement.row.js';

export const engagementStates = new StateSchema<Engagement>('engagement');

@Injectable()
export class EngagementStore extends ApiStore<Engagement, EngagementFact, EngagementRow> {
  protected readonly kind = {
    noun: 'engagement',
    row: EngagementRow,
    evolve: evolveEngagement,
    toEvent: engagementEvent,
  };

  /** Null before both sides have accepted the agreement. */
  async find(scope: Scope, agreementId: string): Promise<Engagement | null> {
    const [found] = await this.database.transaction(scope, (tx) =>
      tx.query<Record<string, unknown>>(this.table.select, [agreementId]),
    );
    return found === undefined ? null : this.stateOf(found);
  }

  /** One that concerns the actor: an assistant's own alone. @throws DomainError `engagement.not-found` */
  async loadOf(actor: Actor, id: string): Promise<Versioned<Engagement>> {
    const engagement = await this.load(scopeOf(actor), id);
    demandWithinScope(actor, engagement.state, 'engagement.not-found');
    return engagement;
  }

  /** Nobody else changes it until the caller's transaction is over. */
  loadLocked(scope: Scope, id: string): Promise<Versioned<Engagement>> {
    return this.update(scope, id, null, () => []);
  }

  /** Whether the agreement's engagement is over. Whoever has locked the agreement can rely on it, as its end locks it, too. */
  async hasEnded(scope: Scope, agreementId: string): Promise<boolean> {
    return (await this.find(scope, agreementId))?.status === 'ended';
  }

  protected toState(row: EngagementRow): Engagement {
    return engagementStates.open(row.state);
  }

  protected toRow(engagement: Engagement): Omit<EngagementRow, 'id' | 'version'> {
    return { ...partiesOf(engagement), status: engagement.status, state: engagementStates.keep(engagement) };
  }
}
