import { evolveEffect, type SuggestionEffect, type SuggestionEffectFact } from '#domain';
import type { Scope, Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { partiesOf } from '../parties-of.js';
import { type ColumnsOf, StateStore } from '../state-store.js';
import { suggestionEffectEvent } from './suggestion-effect.events.js';
import { SuggestionEffectRow } from './suggestion-effect.row.js';

@Injectable()
export class SuggestionEffectStore extends StateStore<SuggestionEffect, SuggestionEffectFact, SuggestionEffectRow> {
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
    return rows.map(({ state, version }) => ({ state: this.open(state), version }));
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

  protected columnsOf(effect: SuggestionEffect): ColumnsOf<SuggestionEffectRow> {
    const { engagementId, suggestion, status, dueAt } = effect;
    return {
      ...partiesOf(effect),
      engagementId,
      suggestionId: suggestion.suggestionId,
      status,
      dueAt: new Date(dueAt),
      verdict: effect.status === 'measured' ? effect.verdict : null,
    };
  }
}
