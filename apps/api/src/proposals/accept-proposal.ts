import { marketplace, scopeOf } from '#access';
import {
  type AcceptedProposal,
  answeredNeed,
  decideProposal,
  type Need,
  type Offer,
  postedNeed,
  type Proposal,
  type TermsChoice,
} from '#domain';
import type { Scope, Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementDrafting } from '../agreements/agreement-drafting.js';
import { ApiDatabase } from '../api-database.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { NeedFilling } from '../needs/need-filling.js';
import { NeedStore } from '../needs/need.store.js';
import { partyOf } from '../party-of.js';
import { Offers } from './offers.js';
import { ProposalClosing } from './proposal-closing.js';
import { ProposalStore } from './proposal.store.js';

export interface ProposalWithAgreement {
  readonly proposal: Versioned<Proposal>;
  readonly agreementId: string;
}

export class AcceptProposal extends commandOf<Change & { choice: TermsChoice }, ProposalWithAgreement>() {}

/** The business takes a proposal: the agreement is drafted, the need is filled and the other proposals are closed, or nothing is done. */
@CommandHandler(AcceptProposal)
export class AcceptProposalHandler implements ICommandHandler<AcceptProposal> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly proposals: ProposalStore,
    private readonly needs: NeedStore,
    private readonly filling: NeedFilling,
    private readonly assistants: AssistantStore,
    private readonly offers: Offers,
    private readonly closing: ProposalClosing,
    private readonly drafting: AgreementDrafting,
  ) {}

  execute(command: AcceptProposal): Promise<ProposalWithAgreement> {
    const { actor, id: proposalId, choice, now } = command;
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      const { state: made } = await this.proposals.load(scope, proposalId);
      // The need first: whoever accepts another proposal of it waits here, and finds it filled.
      const { state: need } = await this.needs.loadLocked(scope, made.needId);
      const { state: assistant } = await this.assistants.load(marketplace, made.assistantId);
      const proposal = await this.accept(scope, command, need, await this.offers.of(assistant, need, now));
      const posted = postedNeed(need);
      const agreement = await this.drafting.fromProposal(scope, posted, accepted(proposal.state), choice, now);
      await this.filling.fill(scope, need.needId, now);
      await this.closing.closeOpen(scope, need.needId, now);
      return { proposal, agreementId: agreement.state.agreementId };
    });
  }

  private accept(scope: Scope, command: AcceptProposal, need: Need, offer: Offer): Promise<Versioned<Proposal>> {
    const { actor, id: proposalId, expectedVersion, now } = command;
    return this.proposals.update(scope, proposalId, expectedVersion, (proposal) =>
      decideProposal({ type: 'acceptProposal', by: partyOf(actor), need: answeredNeed(need), offer, now }, proposal),
    );
  }
}

function accepted(proposal: Proposal): AcceptedProposal {
  if (proposal.status !== 'accepted') throw new Error(`proposal ${proposal.proposalId} is ${proposal.status}`);
  return proposal;
}
