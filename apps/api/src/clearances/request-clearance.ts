import { scopeOf } from '#access';
import { type Clearance, type ClearanceId, decideClearance, type Jurisdiction, type WorkplaceReport } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AssistantStore } from '../assistants/assistant.store.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { ClearanceContexts } from './clearance-contexts.js';
import { ClearanceStore } from './clearance.store.js';

export class RequestClearance extends commandOf<
  Call & { clearanceId: ClearanceId; assistantId: string; jurisdiction: Jurisdiction; report: WorkplaceReport },
  Versioned<Clearance>
>() {}

/** Hands in what is known of an assistant's workplace; a clearance that is in force stays so until the new one is granted. */
@CommandHandler(RequestClearance)
export class RequestClearanceHandler implements ICommandHandler<RequestClearance> {
  constructor(
    private readonly assistants: AssistantStore,
    private readonly clearances: ClearanceStore,
    private readonly contexts: ClearanceContexts,
  ) {}

  async execute(command: RequestClearance): Promise<Versioned<Clearance>> {
    const { actor, clearanceId, jurisdiction, report, now } = command;
    const { state: assistant } = await this.assistants.load(scopeOf(actor), command.assistantId);
    const { assistantId, agencyId, countryCode } = assistant;
    const facts = decideClearance(
      { type: 'requestClearance', clearanceId, assistantId, agencyId, jurisdiction, countryCode, report, now },
      null,
      await this.contexts.of(scopeOf(actor), actor, assistantId),
    );
    return this.clearances.create(scopeOf(actor), clearanceId, facts);
  }
}
