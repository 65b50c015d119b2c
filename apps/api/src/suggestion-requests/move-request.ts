import { scopeOf } from '#access';
import { decideAboutRequest, type SuggestionRequest, type SuggestionRequestCommand } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { SuggestionRequestStore } from '../suggestions/suggestion-request.store.js';

type Said = Omit<Extract<SuggestionRequestCommand, { type: 'giveSuggestions' }>, 'by' | 'now'>;
type Move = Said | { readonly type: 'declineRequest' | 'withdrawRequest' };

export class MoveRequest extends commandOf<Change & { move: Move }, Versioned<SuggestionRequest>>() {}

/** The agency answers or has nothing to suggest, or the business doesn't ask any more. */
@CommandHandler(MoveRequest)
export class MoveRequestHandler implements ICommandHandler<MoveRequest> {
  constructor(private readonly requests: SuggestionRequestStore) {}

  /** @throws DomainError `suggestion-request.…`, `suggestion.…`, `precondition.stale` */
  execute({ actor, id, expectedVersion, move, now }: MoveRequest): Promise<Versioned<SuggestionRequest>> {
    return this.requests.update(scopeOf(actor), id, expectedVersion, (request) =>
      decideAboutRequest({ ...move, by: partyOf(actor), now }, request),
    );
  }
}
