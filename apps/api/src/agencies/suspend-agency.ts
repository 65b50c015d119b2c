import { scopeOf } from '#access';
import { type Agency, decideAgency, type UserId } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { AgencyStore } from './agency.store.js';

export class SuspendAgency extends commandOf<Change & { reason: string }, Versioned<Agency>>() {}

/** An administrator takes the agency out of the marketplace; its assistants are no longer matched or booked. */
@CommandHandler(SuspendAgency)
export class SuspendAgencyHandler implements ICommandHandler<SuspendAgency> {
  constructor(private readonly agencies: AgencyStore) {}

  execute({ actor, id: agencyId, expectedVersion, reason, now }: SuspendAgency): Promise<Versioned<Agency>> {
    return this.agencies.update(scopeOf(actor), agencyId, expectedVersion, (agency) =>
      decideAgency({ type: 'suspendAgency', suspendedBy: actor.userId as UserId, reason, now }, agency),
    );
  }
}
