import { marketplace, scopeOf } from '#access';
import {
  type AgencyId,
  decideProposal,
  needToAnswer,
  type PricedLine,
  type Proposal,
  type ProposalId,
  type Suggestion,
} from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { NeedStore } from '../needs/need.store.js';
import { Offers } from './offers.js';
import { ProposalStore } from './proposal.store.js';

export interface ProposalDraft {
  readonly needId: string;
  readonly assistantId: string;
  readonly lines: readonly PricedLine[];
  readonly suggestions: readonly Suggestion[];
  readonly message: string;
}

export class MakeProposal extends commandOf<Call & { draft: ProposalDraft }, Versioned<Proposal>>() {}

/** A verified agency answers a need that is open, or to which it was invited, with one of its listed assistants. */
@CommandHandler(MakeProposal)
export class MakeProposalHandler implements ICommandHandler<MakeProposal> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly proposals: ProposalStore,
    private readonly needs: NeedStore,
    private readonly assistants: AssistantStore,
    private readonly offers: Offers,
  ) {}

  execute({ actor, draft, now }: MakeProposal): Promise<Versioned<Proposal>> {
    const scope = scopeOf(actor);
    const agencyId = actor.organisationId as AgencyId;
    return this.database.transaction(scope, async () => {
      // Locked, so that none is made while the need is being filled.
      const asked = await this.needs.loadLocked(marketplace, draft.needId);
      const need = needToAnswer(asked.state, asked.version, agencyId);
      // In the agency's own scope: another agency's assistant is as unknown as one that doesn't exist.
      const { state: assistant } = await this.assistants.load(scope, draft.assistantId);
      const { lines, suggestions, message } = draft;
      const proposalId = uuidv7() as ProposalId;
      const facts = decideProposal(
        {
          type: 'makeProposal',
          proposalId,
          need,
          agencyId,
          assistant,
          offer: await this.offers.of(assistant, asked.state, now),
          othersOpen: await this.proposals.countOpen(scope, draft.needId, agencyId),
          lines,
          suggestions,
          message,
          now,
        },
        null,
      );
      return this.proposals.create(scope, proposalId, facts);
    });
  }
}
