import { scopeOf } from '#access';
import { decideProposal, type Proposal } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { ProposalStore } from './proposal.store.js';

export class DeclineProposal extends commandOf<Change & { reason: string | null }, Versioned<Proposal>>() {}

/** The business says no. */
@CommandHandler(DeclineProposal)
export class DeclineProposalHandler implements ICommandHandler<DeclineProposal> {
  constructor(private readonly proposals: ProposalStore) {}

  execute({ actor, id: proposalId, expectedVersion, reason, now }: DeclineProposal): Promise<Versioned<Proposal>> {
    return this.proposals.update(scopeOf(actor), proposalId, expectedVersion, (proposal) =>
      decideProposal({ type: 'declineProposal', by: partyOf(actor), reason, now }, proposal),
    );
  }
}
