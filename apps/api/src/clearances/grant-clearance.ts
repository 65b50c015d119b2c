import { type Actor, scopeOf } from '#access';
import {
  type Clearance,
  type ClearanceContext,
  decideClearance,
  DomainError,
  type OpenAction,
  type UserId,
} from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { NestedChange } from '../call.js';
import { commandOf } from '../command-of.js';
import { AccountStore } from '../identity/account.store.js';
import { ClearanceContexts } from './clearance-contexts.js';
import { ClearanceStore } from './clearance.store.js';
import { ofAssistant } from './of-assistant.js';

export class GrantClearance extends commandOf<
  NestedChange & {
    openActions: readonly OpenAction[];
    /** Null for as long as the policy allows. */
    validUntil: string | null;
  },
  Versioned<Clearance>
>() {}

/** An assessor looked and clears the workplace. The clearance that was in force gives way to the new one. */
@CommandHandler(GrantClearance)
export class GrantClearanceHandler implements ICommandHandler<GrantClearance> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly clearances: ClearanceStore,
    private readonly contexts: ClearanceContexts,
    private readonly accounts: AccountStore,
  ) {}

  execute(command: GrantClearance): Promise<Versioned<Clearance>> {
    const { actor, parentId: assistantId, id: clearanceId, expectedVersion, openActions, validUntil, now } = command;
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      const assessor = await this.assessor(actor);
      const granting = { type: 'grantClearance', assessor, openActions, validUntil, now } as const;
      // The index lets an assistant have one granted clearance, so the old one goes first; a refusal undoes that as well.
      return this.clearances.update(scope, clearanceId, expectedVersion, async (clearance) => {
        const state = ofAssistant(clearance, assistantId);
        const context = await this.contexts.of(scope, actor, assistantId);
        const facts = decideClearance(granting, state, context);
        await this.giveWay(command, context);
        return facts;
      });
    });
  }

  private async giveWay(
    { actor, parentId: assistantId, now }: GrantClearance,
    context: ClearanceContext,
  ): Promise<void> {
    const before = await this.clearances.findGranted(assistantId);
    if (before === null) return;
    await this.clearances.update(scopeOf(actor), before.clearanceId, null, (clearance) =>
      decideClearance({ type: 'voidClearance', reason: 'withdrawn', now }, clearance, context),
    );
  }

  private async assessor({ userId }: Actor): Promise<{ userId: UserId; name: string }> {
    const name = userId === null ? null : await this.accounts.findName(userId);
    if (userId === null || name === null) throw new DomainError('clearance.no-assessor');
    return { userId: userId as UserId, name };
  }
}
