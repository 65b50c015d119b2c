import { type Actor, scopeOf } from '#access';
import { type Agency, decideAgency, type UserId } from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgencyStore } from './agency.store.js';

export class SuspendAgency extends Command<Versioned<Agency>> {
  constructor(
    readonly actor: Actor,
    readonly agencyId: string,
    readonly expectedVersion: number | null,
    readonly reason: string,
    readonly now: string,
  ) {
    super();
  }
}

/** An administrator takes the agency out of the marketplace; its assistants are no longer matched or booked. */
@CommandHandler(SuspendAgency)
export class SuspendAgencyHandler implements ICommandHandler<SuspendAgency> {
  constructor(private readonly agencies: AgencyStore) {}

  execute({ actor, agencyId, expectedVersion, reason, now }: SuspendAgency): Promise<Versioned<Agency>> {
    return this.agencies.update(scopeOf(actor), agencyId, expectedVersion, (agency) =>
      decideAgency({ type: 'suspendAgency', suspendedBy: actor.userId as UserId, reason, now }, agency),
    );
  }
}
