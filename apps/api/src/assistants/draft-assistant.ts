import { scopeOf } from '#access';
import {
  type AgencyId,
  type Assistant,
  type AssistantId,
  type DateRange,
  decideAssistant,
  type ListingDetails,
} from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { AssistantContexts } from './assistant-contexts.js';
import { AssistantStore } from './assistant.store.js';

export class DraftAssistant extends commandOf<
  Call & { assistantId: AssistantId; listing: ListingDetails; daysOff: readonly DateRange[] },
  Versioned<Assistant>
>() {}

/** An agency takes an assistant into its books; publishing is a step of its own. */
@CommandHandler(DraftAssistant)
export class DraftAssistantHandler implements ICommandHandler<DraftAssistant> {
  constructor(
    private readonly assistants: AssistantStore,
    private readonly contexts: AssistantContexts,
  ) {}

  async execute({ actor, assistantId, listing, daysOff, now }: DraftAssistant): Promise<Versioned<Assistant>> {
    const scope = scopeOf(actor);
    const agencyId = actor.organisationId as AgencyId;
    const context = await this.contexts.of(scope, agencyId);
    const facts = decideAssistant(
      { type: 'draftAssistant', assistantId, agencyId, listing, daysOff, now },
      null,
      context,
    );
    return this.assistants.create(scope, assistantId, facts);
  }
}
