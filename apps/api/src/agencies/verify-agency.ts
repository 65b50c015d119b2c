import { type Actor, scopeOf } from '#access';
import { type Agency, decideAgency, type UserId } from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgencyStore } from './agency.store.js';

export class VerifyAgency extends Command<Versioned<Agency>> {
  constructor(
    readonly actor: Actor,
    readonly agencyId: string,
    readonly expectedVersion: number | null,
    readonly note: string,
    readonly now: string,
  ) {
    super();
  }
}

/** An administrator looked at the agency: it may publish assistants, propose and be booked from now on. */
@CommandHandler(VerifyAgency)
export class VerifyAgencyHandler implements ICommandHandler<VerifyAgency> {
  constructor(private readonly agencies: AgencyStore) {}

  execute({ actor, agencyId, expectedVersion, note, now }: VerifyAgency): Promise<Versioned<Agency>> {
    return this.agencies.update(scopeOf(actor), agencyId, expectedVersion, (agency) =>
      decideAgency({ type: 'verifyAgency', verifiedBy: actor.userId as UserId, note, now }, agency),
    );
  }
}
