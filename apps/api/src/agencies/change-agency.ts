import { type Actor, scopeOf } from '#access';
import { type Agency, type ChangeAgencyDetails, decideAgency } from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgencyStore } from './agency.store.js';

export class ChangeAgency extends Command<Versioned<Agency>> {
  constructor(
    readonly actor: Actor,
    readonly agencyId: string,
    readonly expectedVersion: number | null,
    readonly changes: ChangeAgencyDetails['changes'],
    readonly now: string,
  ) {
    super();
  }
}

@CommandHandler(ChangeAgency)
export class ChangeAgencyHandler implements ICommandHandler<ChangeAgency> {
  constructor(private readonly agencies: AgencyStore) {}

  execute({ actor, agencyId, expectedVersion, changes, now }: ChangeAgency): Promise<Versioned<Agency>> {
    return this.agencies.update(scopeOf(actor), agencyId, expectedVersion, (agency) =>
      decideAgency({ type: 'changeAgencyDetails', changes, now }, agency),
    );
  }
}
