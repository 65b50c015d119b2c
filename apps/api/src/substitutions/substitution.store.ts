import { type Actor, scopeOf } from '#access';
import type { SubstitutionQueryDto } from '#contracts';
import { decideSubstitution, demand, evolveSubstitution, type Substitution, type SubstitutionFact } from '#domain';
import type { Scope, Versioned } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { partiesOf } from '../parties-of.js';
import { byCreation, type CountedPage } from '../sorted-list.js';
import { type ColumnsOf, StateStore } from '../state-store.js';
import { assistantScopeOf } from '../work-records/assistant-scope.js';
import { substitutionEvent } from './substitution.events.js';
import { SubstitutionRow } from './substitution.row.js';

@Injectable()
export class SubstitutionStore extends StateStore<Substitution, SubstitutionFact, SubstitutionRow> {
  protected readonly kind = {
    noun: 'substitution',
    row: SubstitutionRow,
    evolve: evolveSubstitution,
    toEvent: substitutionEvent,
  };

  /** Of the assistants, whoever can't and whoever does it find it. @throws DomainError `substitution.not-found` */
  async loadOf(actor: Actor, id: string): Promise<Versioned<Substitution>> {
    const substitution = await this.load(scopeOf(actor), id);
    const only = assistantScopeOf(actor);
    const { assistantId, substituteId } = substitution.state;
    demand(only === null || only === assistantId || only === substituteId, 'substitution.not-found');
    return substitution;
  }

  list<Item>(
    actor: Actor,
    { engagementId, status, sort = 'created' }: SubstitutionQueryDto,
    request: PageRequest,
    toItem: (one: Versioned<Substitution>) => Item,
  ): Promise<CountedPage<Item>> {
    const only = assistantScopeOf(actor) ?? undefined;
    const conditions = [
      ['? IN (assistant_id::text, substitute_id::text)', only],
      ['engagement_id = ?', engagementId],
      ['status = ?', status],
    ] as const;
    return this.sortedPage(
      scopeOf(actor),
      { from: 'api.substitution', conditions, sorts: byCreation, sort },
      request,
      toItem,
    );
  }

  /**
   * Nobody else is taken for the engagement. The caller has locked it; the table has a unique index on it, too.
   * @throws DomainError `substitution.another-consented`
   */
  async demandNobodyTaken(scope: Scope, engagementId: string): Promise<void> {
    const taken = await this.database.transaction(scope, (tx) =>
      tx.query(
        `SELECT FROM api.substitution
          WHERE engagement_id = $1 AND (status = 'consented' OR (status = 'started' AND temporary)) LIMIT 1`,
        [engagementId],
      ),
    );
    demand(taken.length === 0, 'substitution.another-consented');
  }

  /** All others that wait for an answer give way to the one that is taken; or all, once the engagement is over. */
  async giveWay(scope: Scope, engagementId: string, exceptId: string | null, now: string): Promise<void> {
    await this.database.transaction(scope, async (tx) => {
      const waiting = await tx.query<{ id: string }>(
        `SELECT id FROM api.substitution
          WHERE engagement_id = $1 AND status IN ('proposed', 'consented') AND id IS DISTINCT FROM $2::uuid`,
        [engagementId, exceptId],
      );
      const ids = waiting.map(({ id }) => id);
      await this.updateMany(scope, ids, (one) => decideSubstitution({ type: 'giveWay', now }, one));
    });
  }

  /** Whether a timer of an engagement runs. */
  async timerRuns(scope: Scope, engagementId: string): Promise<boolean> {
    const running = await this.database.transaction(scope, (tx) =>
      tx.query(`SELECT FROM api.time_entry WHERE engagement_id = $1 AND status = 'running' LIMIT 1`, [engagementId]),
    );
    return running.length > 0;
  }

  protected columnsOf(substitution: Substitution): ColumnsOf<SubstitutionRow> {
    const { agreementId, substituteId, status, temporary } = substitution;
    return {
      engagementId: agreementId,
      ...partiesOf(substitution),
      substituteId,
      status,
      temporary,
    };
  }
}
