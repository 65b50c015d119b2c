import { scopeOf } from '#access';
import { decideProposal, type Proposal } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { ProposalStore } from './proposal.store.js';

export class WithdrawProposal extends commandOf<Change, Versioned<Proposal>>() {}

/** The agency takes its proposal back before the business has decided. */
@CommandHandler(WithdrawProposal)
export class WithdrawProposalHandler implements ICommandHandler<WithdrawProposal> {
  constructor(private readonly proposals: ProposalStore) {}

  execute({ actor, id: proposalId, expectedVersion, now }: WithdrawProposal): Promise<Versioned<Proposal>> {
    return this.proposals.update(scopeOf(actor), proposalId, expectedVersion, (proposal) =>
      decideProposal({ type: 'withdrawProposal', by: partyOf(actor), now }, proposal),
    );
  }
}
