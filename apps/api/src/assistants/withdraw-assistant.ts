import { type Actor, scopeOf } from '#access';
import { type Assistant, decideAssistant } from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AssistantContexts } from './assistant-contexts.js';
import { AssistantStore } from './assistant.store.js';

export class WithdrawAssistant extends Command<Versioned<Assistant>> {
  constructor(
    readonly actor: Actor,
    readonly assistantId: string,
    readonly expectedVersion: number | null,
    readonly reason: string,
    readonly now: string,
  ) {
    super();
  }
}

/** Takes the listing away from the public. What was booked before stays booked. */
@CommandHandler(WithdrawAssistant)
export class WithdrawAssistantHandler implements ICommandHandler<WithdrawAssistant> {
  constructor(
    private readonly assistants: AssistantStore,
    private readonly contexts: AssistantContexts,
  ) {}

  execute({ actor, assistantId, expectedVersion, reason, now }: WithdrawAssistant): Promise<Versioned<Assistant>> {
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
