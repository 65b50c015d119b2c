import { evolveEffect, type SuggestionEffect, type SuggestionEffectFact } from '#domain';
import { type Scope, StateSchema, type Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiStore } from '../api-store.js';
import { partiesOf } from '../parties-of.js';
import { suggestionEffectEvent } from './suggestion-effect.events.js';
import { SuggestionEffectRow } from './suggestion-effect.row.js';

const effectStates = new StateSchema<SuggestionEffect>('suggestion effect');

@Injectable()
export class SuggestionEffectStore extends ApiStore<SuggestionEffect, SuggestionEffectFact, SuggestionEffectRow> {
  protected readonly kind = {
    noun: 'suggestion-effect',
    row: SuggestionEffectRow,
    evolve: evolveEffect,
    toEvent: suggestionEffectEvent,
  };

  /** Of an engagement, in the order in which they began: each adopted suggestion once. */
  async ofEngagement(scope: Scope, engagementId: string): Promise<Versioned<SuggestionEffect>[]> {
    const rows = await this.database.read(scope, (tx) =>
      tx.query<Pick<SuggestionEffectRow, 'state' | 'version'>>(
        'SELECT state, version FROM api.suggestion_effect WHERE engagement_id = $1 ORDER BY id LIMIT 200',
        [engagementId],
      ),
    );
    return rows.map(({ state, version }) => ({ state: effectStates.open(state), version }));
  }

  /** Those whose days are over, the longest first. */
  async due(scope: Scope, now: string, atMost: number): Promise<string[]> {
    const rows = await this.database.read(scope, (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM api.suggestion_effect WHERE status = 'running' AND due_at <= $1 ORDER BY due_at, id LIMIT $2`,
        [now, atMost],
      ),
    );
    return rows.map(({ id }) => id);
  }

  protected toState(row: SuggestionEffectRow): SuggestionEffect {
    return effectStates.open(row.state);
  }

  protected toRow(effect: SuggestionEffect): Omit<SuggestionEffectRow, 'id' | 'version'> {
    const { engagementId, suggestion, status, dueAt } = effect;
    return {
      ...partiesOf(effect),
      engagementId,
      suggestionId: suggestion.suggestionId,
      status,
      dueAt: new Date(dueAt),
      verdict: effect.status === 'measured' ? effect.verdict : null,
      state: effectStates.keep(effect),
    };
  }
}
