import { type Actor, scopeOf } from '#access';
import { type AcceptedProposal, decideProposal, demand, type Need, type PostedNeed, type Proposal } from '#domain';
import type { Database, Scope, Versioned } from '#platform/database';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementDrafting } from '../agreements/agreement-drafting.js';
import { AgreementParties } from '../agreements/agreement-parties.js';
import type { TermsChoice } from '../agreements/first-terms.js';
import { apiDatabase } from '../api-database.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import { NeedStore } from '../needs/need.store.js';
import { partyOf } from '../party-of.js';
import { ProposalStore } from './proposal.store.js';

export interface ProposalWithAgreement {
  readonly proposal: Versioned<Proposal>;
  readonly agreementId: string;
}

export class AcceptProposal extends Command<ProposalWithAgreement> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly expectedVersion: number | null,
    readonly choice: TermsChoice,
    readonly now: string,
  ) {
    super();
  }
}

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
    const { actor, proposalId, choice, now } = command;
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      const { needId } = (await this.proposals.load(scope, proposalId)).state;
      const { state: need } = await this.needs.load(scope, needId);
      const proposal = await this.accept(scope, command, need);
      await this.assertStillOffered(proposal.state);
      const agreement = await this.drafting.fromProposal(scope, posted(need), accepted(proposal.state), choice, now);
      return { proposal, agreementId: agreement.state.agreementId };
    });
  }

  private accept(scope: Scope, command: AcceptProposal, need: Need): Promise<Versioned<Proposal>> {
    const { actor, proposalId, expectedVersion, now } = command;
    const answered = { posted: need.status === 'posted', lineIds: need.lines.map(({ lineId }) => lineId) };
    return this.proposals.update(scope, proposalId, expectedVersion, (proposal) =>
      decideProposal({ type: 'acceptProposal', by: partyOf(actor), need: answered, now }, proposal),
    );
  }

  /** The agency may have been suspended, or the assistant withdrawn, since the proposal was made. */
  private async assertStillOffered({ agencyId, assistantId }: Proposal): Promise<void> {
    demand(await this.parties.agencyIsVerified(agencyId), 'proposal.agency-not-verified');
    const assistant = await this.assistants.load({ kind: 'marketplace' }, assistantId);
    demand(assistant.state.status === 'published', 'proposal.assistant-not-published');
  }
}

function posted(need: Need): PostedNeed {
  if (need.status !== 'posted') throw new Error(`need ${need.needId} was to be posted and is ${need.status}`);
  return need;
}

function accepted(proposal: Proposal): AcceptedProposal {
  if (proposal.status !== 'accepted') throw new Error(`proposal ${proposal.proposalId} is ${proposal.status}`);
  return proposal;
}
