import { type Actor, scopeOf } from '#access';
import {
  type AgencyId,
  type Assistant,
  type AssistantId,
  type DateRange,
  decideAssistant,
  type ListingDetails,
} from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AssistantContexts } from './assistant-contexts.js';
import { AssistantStore } from './assistant.store.js';

export class DraftAssistant extends Command<Versioned<Assistant>> {
  constructor(
    readonly actor: Actor,
    readonly assistantId: AssistantId,
    readonly listing: ListingDetails,
    readonly daysOff: readonly DateRange[],
    readonly now: string,
  ) {
    super();
  }
}

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
