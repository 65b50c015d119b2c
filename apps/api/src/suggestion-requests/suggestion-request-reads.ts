import { marketplace } from '#access';
import type { SuggestionRequestDto } from '#contracts';
import type { SuggestionRequest } from '#domain';
import type { Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { suggestionDto } from '../suggestions/suggestion.dto-mapping.js';

/** Requests with the names of both sides, who know each other by them. */
@Injectable()
export class SuggestionRequestReads {
  constructor(private readonly database: ApiDatabase) {}

  async dtos(requests: readonly Versioned<SuggestionRequest>[]): Promise<SuggestionRequestDto[]> {
    const names = await this.names(requests.map(({ state }) => state));
    return requests.map(({ state, version }) => {
      const { requestId, needId, businessId, agencyId, status, question, context, askedAt } = state;
      const isAnswered = state.status === 'answered';
      return {
        id: requestId,
        needId,
        businessId,
        business: names.get(businessId) ?? '',
        agencyId,
        agency: names.get(agencyId) ?? '',
        status,
        question,
        context: {
          sector: context.sector,
          tools: [...context.tools],
          volumes: context.volumes.map(({ asNeeded, ...volume }) => ({ ...volume, asNeeded: asNeeded === true })),
          responseTime: context.responseTime,
        },
        suggestions: isAnswered ? state.suggestions.map(suggestionDto) : [],
        adoptedSuggestionIds: isAnswered ? [...state.adoptedSuggestionIds] : [],
        askedAt,
        answeredAt: isAnswered ? state.answeredAt : null,
        closedAt: 'closedAt' in state ? state.closedAt : null,
        version,
      };
    });
  }

  async dto(request: Versioned<SuggestionRequest>): Promise<SuggestionRequestDto> {
    const [dto] = await this.dtos([request]);
    return dto!;
  }

  private async names(requests: readonly SuggestionRequest[]): Promise<ReadonlyMap<string, string>> {
    if (requests.length === 0) return new Map();
    const ids = [...new Set(requests.flatMap(({ businessId, agencyId }) => [businessId, agencyId]))];
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string; name: string }>(
        `SELECT id, name FROM api.business WHERE id = ANY ($1::uuid[])
          UNION ALL SELECT id, name FROM api.agency WHERE id = ANY ($1::uuid[])`,
        [ids],
      ),
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
