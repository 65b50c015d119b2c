import { scopeOf } from '#access';
import {
  type Assistant,
  type AssistantContext,
  type AssistantFact,
  type DateRange,
  decideAssistant,
  evolveAssistant,
  type ListingDetails,
} from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { AssistantContexts } from './assistant-contexts.js';
import { AssistantStore } from './assistant.store.js';

/** What is to be different from now on; what is left out stays as it is. */
export interface AssistantChanges {
  readonly listing: Partial<ListingDetails>;
  readonly daysOff?: readonly DateRange[] | undefined;
}

export class EditAssistant extends commandOf<Change & { changes: AssistantChanges }, Versioned<Assistant>>() {}

/** The agency says something else about an assistant, or about when they work. */
@CommandHandler(EditAssistant)
export class EditAssistantHandler implements ICommandHandler<EditAssistant> {
  constructor(
    private readonly assistants: AssistantStore,
    private readonly contexts: AssistantContexts,
  ) {}

  execute({ actor, id: assistantId, expectedVersion, changes, now }: EditAssistant): Promise<Versioned<Assistant>> {
    const scope = scopeOf(actor);
    return this.assistants.update(scope, assistantId, expectedVersion, async (assistant) =>
      decideChanges(assistant, changes, await this.contexts.of(scope, assistant.agencyId), now),
    );
  }
}

/** Listing and days off are facts of their own; together they are what changed, or nothing. */
export function decideChanges(
  assistant: Assistant,
  { listing, daysOff }: AssistantChanges,
  context: AssistantContext,
  now: string,
): AssistantFact[] {
  const edited = decideAssistant({ type: 'editAssistant', changes: listing, now }, assistant, context);
  if (daysOff === undefined) return edited;
  const after = edited.reduce<Assistant>((state, fact) => evolveAssistant(state, fact), assistant);
  return [...edited, ...decideAssistant({ type: 'setDaysOff', daysOff, now }, after, context)];
}
