import { scopeOf } from '#access';
import { decideProposal, type Proposal } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { ProposalStore } from './proposal.store.js';

export class AdoptSuggestions extends commandOf<Change & { suggestionIds: readonly string[] }, Versioned<Proposal>>() {}

/** The business takes up some of the agency's suggestions; they become part of the agreement. */
@CommandHandler(AdoptSuggestions)
export class AdoptSuggestionsHandler implements ICommandHandler<AdoptSuggestions> {
  constructor(private readonly proposals: ProposalStore) {}

  execute({
    actor,
    id: proposalId,
    expectedVersion,
    suggestionIds,
    now,
  }: AdoptSuggestions): Promise<Versioned<Proposal>> {
    return this.proposals.update(scopeOf(actor), proposalId, expectedVersion, (proposal) =>
      decideProposal({ type: 'adoptSuggestions', by: partyOf(actor), suggestionIds, now }, proposal),
    );
  }
}
