import { type Actor, scopeOf } from '#access';
import { decideProposal, type Proposal } from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { partyOf } from '../party-of.js';
import { ProposalStore } from './proposal.store.js';

export class AdoptSuggestions extends Command<Versioned<Proposal>> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly expectedVersion: number | null,
    readonly suggestionIds: readonly string[],
    readonly now: string,
  ) {
    super();
  }
}

/** The business takes up some of the agency's suggestions; they become part of the agreement. */
@CommandHandler(AdoptSuggestions)
export class AdoptSuggestionsHandler implements ICommandHandler<AdoptSuggestions> {
  constructor(private readonly proposals: ProposalStore) {}

  execute({ actor, proposalId, expectedVersion, suggestionIds, now }: AdoptSuggestions): Promise<Versioned<Proposal>> {
    return this.proposals.update(scopeOf(actor), proposalId, expectedVersion, (proposal) =>
      decideProposal({ type: 'adoptSuggestions', by: partyOf(actor), suggestionIds, now }, proposal),
    );
  }
}
