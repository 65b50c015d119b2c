import { scopeOf } from '#access';
import { type Agency, decideAgency, type UserId } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { AgencyStore } from './agency.store.js';

export class VerifyAgency extends commandOf<Change & { note: string }, Versioned<Agency>>() {}

/** An administrator looked at the agency: it may publish assistants, propose and be booked from now on. */
@CommandHandler(VerifyAgency)
export class VerifyAgencyHandler implements ICommandHandler<VerifyAgency> {
  constructor(private readonly agencies: AgencyStore) {}

  execute({ actor, id: agencyId, expectedVersion, note, now }: VerifyAgency): Promise<Versioned<Agency>> {
    return this.agencies.update(scopeOf(actor), agencyId, expectedVersion, (agency) =>
      decideAgency({ type: 'verifyAgency', verifiedBy: actor.userId as UserId, note, now }, agency),
    );
  }
}
