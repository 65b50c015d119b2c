import { type Actor, scopeOf } from '#access';
import { decideProposal, type Proposal } from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { partyOf } from '../party-of.js';
import { ProposalStore } from './proposal.store.js';

export class WithdrawProposal extends Command<Versioned<Proposal>> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly expectedVersion: number | null,
    readonly now: string,
  ) {
    super();
  }
}

/** The agency takes its proposal back before the business has decided. */
@CommandHandler(WithdrawProposal)
export class WithdrawProposalHandler implements ICommandHandler<WithdrawProposal> {
  constructor(private readonly proposals: ProposalStore) {}

  execute({ actor, proposalId, expectedVersion, now }: WithdrawProposal): Promise<Versioned<Proposal>> {
    return this.proposals.update(scopeOf(actor), proposalId, expectedVersion, (proposal) =>
      decideProposal({ type: 'withdrawProposal', by: partyOf(actor), now }, proposal),
    );
  }
}
