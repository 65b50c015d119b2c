import { adoptedOf, evolveRequest, type Suggestion, type SuggestionRequest, type SuggestionRequestFact } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Refusals } from '../api-store.js';
import { type ColumnsOf, StateStore } from '../state-store.js';
import { suggestionRequestEvent } from './suggestion-request.events.js';
import { SuggestionRequestRow } from './suggestion-request.row.js';

@Injectable()
export class SuggestionRequestStore extends StateStore<SuggestionRequest, SuggestionRequestFact, SuggestionRequestRow> {
  protected readonly kind = {
    noun: 'suggestion-request',
    row: SuggestionRequestRow,
    evolve: evolveRequest,
    toEvent: suggestionRequestEvent,
  };
  /** The agency hasn't answered about the need yet. */
  protected override readonly refusals: Refusals = {
    suggestion_request_asked: ['suggestion-request.asked-already', { at: ['agencyIds'] }],
  };

  /** What the business took up of an agency's answers about a need, in the order in which they were asked for. */
  async adopted(scope: Scope, needId: string, agencyId: string): Promise<Suggestion[]> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<Pick<SuggestionRequestRow, 'state'>>(
        `SELECT state FROM api.suggestion_request
          WHERE need_id = $1 AND agency_id = $2 AND status = 'answered' ORDER BY id LIMIT 200`,
        [needId, agencyId],
      ),
    );
    return rows.flatMap(({ state }) => [...adoptedOf(this.open(state))]);
  }

  protected columnsOf(request: SuggestionRequest): ColumnsOf<SuggestionRequestRow> {
    const { needId, businessId, agencyId, status } = request;
    return { needId, businessId, agencyId, status };
  }
}
