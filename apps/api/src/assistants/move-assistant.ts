import { scopeOf } from '#access';
import { type Assistant, decideAssistant, type ListingStep } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { AssistantContexts } from './assistant-contexts.js';
import { AssistantStore } from './assistant.store.js';

/** Takes an assistant from one status into another. */
export class MoveAssistant extends commandOf<Change & { step: ListingStep }, Versioned<Assistant>>() {}

@CommandHandler(MoveAssistant)
export class MoveAssistantHandler implements ICommandHandler<MoveAssistant> {
  constructor(
    private readonly assistants: AssistantStore,
    private readonly contexts: AssistantContexts,
  ) {}

  execute({ actor, id, expectedVersion, step, now }: MoveAssistant): Promise<Versioned<Assistant>> {
    const scope = scopeOf(actor);
    return this.assistants.update(scope, id, expectedVersion, async (assistant) =>
      decideAssistant({ ...step, now }, assistant, await this.contexts.of(scope, assistant.agencyId)),
    );
  }
}
