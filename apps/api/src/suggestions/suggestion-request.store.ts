import {
  adoptedOf,
  DomainError,
  evolveRequest,
  type Suggestion,
  type SuggestionRequest,
  type SuggestionRequestFact,
} from '#domain';
import { type Scope, StateSchema, type Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiStore } from '../api-store.js';
import { suggestionRequestEvent } from './suggestion-request.events.js';
import { SuggestionRequestRow } from './suggestion-request.row.js';

const requestStates = new StateSchema<SuggestionRequest>('suggestion request');

@Injectable()
export class SuggestionRequestStore extends ApiStore<SuggestionRequest, SuggestionRequestFact, SuggestionRequestRow> {
  protected readonly kind = {
    noun: 'suggestion-request',
    row: SuggestionRequestRow,
    evolve: evolveRequest,
    toEvent: suggestionRequestEvent,
  };

  /** @throws DomainError `suggestion-request.asked-already` while the agency hasn't answered about the need */
  override async create(
    scope: Scope,
    id: string,
    facts: readonly SuggestionRequestFact[],
  ): Promise<Versioned<SuggestionRequest>> {
    try {
      return await super.create(scope, id, facts);
    } catch (error) {
      const isAsked = error instanceof Error && error.message.includes('suggestion_request_asked');
      throw isAsked ? new DomainError('suggestion-request.asked-already', { at: ['agencyIds'] }) : error;
    }
  }

  /** What the business took up of an agency's answers about a need, in the order in which they were asked for. */
  async adopted(scope: Scope, needId: string, agencyId: string): Promise<Suggestion[]> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<Pick<SuggestionRequestRow, 'state'>>(
        `SELECT state FROM api.suggestion_request
          WHERE need_id = $1 AND agency_id = $2 AND status = 'answered' ORDER BY id LIMIT 200`,
        [needId, agencyId],
      ),
    );
    return rows.flatMap(({ state }) => [...adoptedOf(requestStates.open(state))]);
  }

  protected toState(row: SuggestionRequestRow): SuggestionRequest {
    return requestStates.open(row.state);
  }

  protected toRow(request: SuggestionRequest): Omit<SuggestionRequestRow, 'id' | 'version'> {
    const { needId, businessId, agencyId, status } = request;
    return { needId, businessId, agencyId, status, state: requestStates.keep(request) };
  }
}
