import { marketplace, scopeOf } from '#access';
import { type Agreement, demand, postedNeed, type TermsChoice } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { NeedStore } from '../needs/need.store.js';
import { AgreementDrafting } from './agreement-drafting.js';

export class DraftInstantAgreement extends commandOf<
  Call & { needId: string; assistantId: string; chosen: Partial<TermsChoice> },
  Versioned<Agreement>
>() {}

/** A business takes a listed assistant at the listed rate and on the agency's standing terms, without asking for a proposal. */
@CommandHandler(DraftInstantAgreement)
export class DraftInstantAgreementHandler implements ICommandHandler<DraftInstantAgreement> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly needs: NeedStore,
    private readonly assistants: AssistantStore,
    private readonly drafting: AgreementDrafting,
  ) {}

  execute({ actor, needId, assistantId, chosen, now }: DraftInstantAgreement): Promise<Versioned<Agreement>> {
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      const need = await this.needs.load(scope, needId);
      const posted = postedNeed(need.state);
      const assistant = await this.assistants.load(marketplace, assistantId);
      // A draft of an agency's roster is nobody else's to know of.
      demand(assistant.state.status !== 'draft', 'assistant.not-found');
      return this.drafting.fromListing(scope, posted, assistant.state, chosen, now);
    });
  }
}
