import { scopeOf } from '#access';
import { type Assistant, decideAssistant } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { AssistantContexts } from './assistant-contexts.js';
import { AssistantStore } from './assistant.store.js';

export class PublishAssistant extends commandOf<Change, Versioned<Assistant>>() {}

/** Puts the listing before the public; only a verified agency may. */
@CommandHandler(PublishAssistant)
export class PublishAssistantHandler implements ICommandHandler<PublishAssistant> {
  constructor(
    private readonly assistants: AssistantStore,
    private readonly contexts: AssistantContexts,
  ) {}

  execute({ actor, id: assistantId, expectedVersion, now }: PublishAssistant): Promise<Versioned<Assistant>> {
    const scope = scopeOf(actor);
    return this.assistants.update(scope, assistantId, expectedVersion, async (assistant) =>
      decideAssistant({ type: 'publishAssistant', now }, assistant, await this.contexts.of(scope, assistant.agencyId)),
    );
  }
}
