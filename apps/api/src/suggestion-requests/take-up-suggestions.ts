import { scopeOf } from '#access';
import { decideAboutRequest, decideAgreement, type Suggestion, type SuggestionRequest } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementStore } from '../agreements/agreement.store.js';
import { contentHash } from '../agreements/content-hash.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { SuggestionRequestStore } from '../suggestions/suggestion-request.store.js';
import { EngagementStore } from '../work-records/engagement.store.js';

export class TakeUpSuggestions extends commandOf<
  Change & { suggestionIds: readonly string[] },
  Versioned<SuggestionRequest>
>() {}

/**
 * The business takes up what an agency suggested. Where they have an agreement about the need, a version with it is written, which
 * both sides have to accept; otherwise it becomes part of the one that a proposal of the agency leads to.
 */
@CommandHandler(TakeUpSuggestions)
export class TakeUpSuggestionsHandler implements ICommandHandler<TakeUpSuggestions> {
  constructor(
    private readonly requests: SuggestionRequestStore,
    private readonly agreements: AgreementStore,
    private readonly engagements: EngagementStore,
  ) {}

  /** @throws DomainError `suggestion-request.…`, `agreement.…`, `precondition.stale` */
  execute(command: TakeUpSuggestions): Promise<Versioned<SuggestionRequest>> {
    const { actor, id, expectedVersion, suggestionIds, now } = command;
    return this.requests.update(
      scopeOf(actor),
      id,
      expectedVersion,
      (request) => decideAboutRequest({ type: 'takeUpSuggestions', by: partyOf(actor), suggestionIds, now }, request),
      async (_tx, request, facts) => {
        const taken = facts.flatMap((fact) => (fact.type === 'suggestionsTakenUp' ? fact.suggestionIds : []));
        if (request.status !== 'answered' || taken.length === 0) return;
        const added = request.suggestions.filter(({ suggestionId }) => taken.includes(suggestionId));
        await this.intoAgreement(command, request, added);
      },
    );
  }

  private async intoAgreement(
    { actor, now }: TakeUpSuggestions,
    { needId, agencyId }: SuggestionRequest,
    suggestions: readonly Suggestion[],
  ): Promise<void> {
    const scope = scopeOf(actor);
    const agreementId = await this.agreements.idOfNeed(scope, needId, agencyId);
    if (agreementId === null) return;
    const engagementEnded = await this.engagements.hasEnded(scope, agreementId);
    await this.agreements.update(scope, agreementId, null, (agreement) =>
      decideAgreement(
        { type: 'adoptSuggestions', by: partyOf(actor), engagementEnded, suggestions, contentHash, now },
        agreement,
      ),
    );
  }
}
