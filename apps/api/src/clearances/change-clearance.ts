import { scopeOf } from '#access';
import {
  type AmendClearance,
  type Clearance,
  type CloseClearanceAction,
  decideClearance,
  type VoidClearance,
} from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { NestedChange } from '../call.js';
import { commandOf } from '../command-of.js';
import { ClearanceContexts } from './clearance-contexts.js';
import { ClearanceStore } from './clearance.store.js';
import { ofAssistant } from './of-assistant.js';

type Decision = Omit<AmendClearance, 'now'> | Omit<CloseClearanceAction, 'now'> | Omit<VoidClearance, 'now'>;

/** Amends the report, closes an action or voids the clearance. */
export class ChangeClearance extends commandOf<NestedChange & { decision: Decision }, Versioned<Clearance>>() {}

@CommandHandler(ChangeClearance)
export class ChangeClearanceHandler implements ICommandHandler<ChangeClearance> {
  constructor(
    private readonly clearances: ClearanceStore,
    private readonly contexts: ClearanceContexts,
  ) {}

  execute({
    actor,
    parentId: assistantId,
    id,
    expectedVersion,
    decision,
    now,
  }: ChangeClearance): Promise<Versioned<Clearance>> {
    const scope = scopeOf(actor);
    return this.clearances.update(scope, id, expectedVersion, async (clearance) => {
      const state = ofAssistant(clearance, assistantId);
      return decideClearance({ ...decision, now }, state, await this.contexts.of(scope, actor, assistantId));
    });
  }
}
