import { type Actor, scopeOf } from '#access';
import { decideProposal, type Proposal } from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { partyOf } from '../party-of.js';
import { ProposalStore } from './proposal.store.js';

export class DeclineProposal extends Command<Versioned<Proposal>> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly expectedVersion: number | null,
    readonly reason: string | null,
    readonly now: string,
  ) {
    super();
  }
}

/** The business says no. */
@CommandHandler(DeclineProposal)
export class DeclineProposalHandler implements ICommandHandler<DeclineProposal> {
  constructor(private readonly proposals: ProposalStore) {}

  execute({ actor, proposalId, expectedVersion, reason, now }: DeclineProposal): Promise<Versioned<Proposal>> {
    return this.proposals.update(scopeOf(actor), proposalId, expectedVersion, (proposal) =>
      decideProposal({ type: 'declineProposal', by: partyOf(actor), reason, now }, proposal),
    );
  }
}
