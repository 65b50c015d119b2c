import { scopeOf } from '#access';
import { type Assistant, decideAssistant } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { AssistantContexts } from './assistant-contexts.js';
import { AssistantStore } from './assistant.store.js';

export class WithdrawAssistant extends commandOf<Change & { reason: string }, Versioned<Assistant>>() {}

/** Takes the listing away from the public. What was booked before stays booked. */
@CommandHandler(WithdrawAssistant)
export class WithdrawAssistantHandler implements ICommandHandler<WithdrawAssistant> {
  constructor(
    private readonly assistants: AssistantStore,
    private readonly contexts: AssistantContexts,
  ) {}

  execute({ actor, id: assistantId, expectedVersion, reason, now }: WithdrawAssistant): Promise<Versioned<Assistant>> {
    const scope = scopeOf(actor);
    return this.assistants.update(scope, assistantId, expectedVersion, async (assistant) =>
      decideAssistant(
        { type: 'withdrawAssistant', reason, now },
        assistant,
        await this.contexts.of(scope, assistant.agencyId),
      ),
    );
  }
}
