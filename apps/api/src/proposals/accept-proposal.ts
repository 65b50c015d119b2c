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
import type { Database, Scope, Versioned } from '#platform/database';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementDrafting } from '../agreements/agreement-drafting.js';
import { AgreementParties } from '../agreements/agreement-parties.js';
import { apiDatabase } from '../api-database.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { NeedStore } from '../needs/need.store.js';
import { partyOf } from '../party-of.js';
import { ProposalStore } from './proposal.store.js';

export interface ProposalWithAgreement {
  readonly proposal: Versioned<Proposal>;
  readonly agreementId: string;
}

export class AcceptProposal extends commandOf<Change & { choice: TermsChoice }, ProposalWithAgreement>() {}

/** The business takes a proposal, and the agreement is drafted with it or not at all. */
@CommandHandler(AcceptProposal)
export class AcceptProposalHandler implements ICommandHandler<AcceptProposal> {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly proposals: ProposalStore,
    private readonly needs: NeedStore,
    private readonly assistants: AssistantStore,
    private readonly parties: AgreementParties,
    private readonly drafting: AgreementDrafting,
  ) {}

  execute(command: AcceptProposal): Promise<ProposalWithAgreement> {
    const { actor, id: proposalId, choice, now } = command;
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      const { state: made } = await this.proposals.load(scope, proposalId);
      const { state: need } = await this.needs.load(scope, made.needId);
      const proposal = await this.accept(scope, command, need, await this.offer(made));
      const agreement = await this.drafting.fromProposal(
        scope,
        postedNeed(need),
        accepted(proposal.state),
        choice,
        now,
      );
      return { proposal, agreementId: agreement.state.agreementId };
    });
  }

  private accept(scope: Scope, command: AcceptProposal, need: Need, offer: Offer): Promise<Versioned<Proposal>> {
    const { actor, id: proposalId, expectedVersion, now } = command;
    return this.proposals.update(scope, proposalId, expectedVersion, (proposal) =>
      decideProposal({ type: 'acceptProposal', by: partyOf(actor), need: answeredNeed(need), offer, now }, proposal),
    );
  }

  private async offer({ agencyId, assistantId }: Proposal): Promise<Offer> {
    const { state: assistant } = await this.assistants.load(marketplace, assistantId);
    return { agencyStatus: await this.parties.agencyStatus(agencyId), assistantStatus: assistant.status };
  }
}

function accepted(proposal: Proposal): AcceptedProposal {
  if (proposal.status !== 'accepted') throw new Error(`proposal ${proposal.proposalId} is ${proposal.status}`);
  return proposal;
}
