import { type Actor, scopeOf } from '#access';
import {
  type AmendClearance,
  type Clearance,
  type CloseClearanceAction,
  decideClearance,
  type VoidClearance,
} from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ClearanceContexts } from './clearance-contexts.js';
import { ClearanceStore } from './clearance.store.js';
import { ofAssistant } from './of-assistant.js';

/** Amends the report, closes an action or voids the clearance, as the domain's command says. */
export class ChangeClearance extends Command<Versioned<Clearance>> {
  constructor(
    readonly actor: Actor,
    readonly assistantId: string,
    readonly clearanceId: string,
    readonly expectedVersion: number | null,
    readonly change: AmendClearance | CloseClearanceAction | VoidClearance,
  ) {
    super();
  }
}

@CommandHandler(ChangeClearance)
export class ChangeClearanceHandler implements ICommandHandler<ChangeClearance> {
  constructor(
    private readonly clearances: ClearanceStore,
    private readonly contexts: ClearanceContexts,
  ) {}

  execute({
    actor,
    assistantId,
    clearanceId,
    expectedVersion,
    change,
  }: ChangeClearance): Promise<Versioned<Clearance>> {
    return this.clearances.update(scopeOf(actor), clearanceId, expectedVersion, (clearance) =>
      decideClearance(change, ofAssistant(clearance, assistantId), this.contexts.of(actor, assistantId)),
    );
  }
}
