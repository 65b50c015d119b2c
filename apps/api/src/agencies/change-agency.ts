import { scopeOf } from '#access';
import { type Agency, type ChangeAgencyDetails, decideAgency } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { AgencyStore } from './agency.store.js';

export class ChangeAgency extends commandOf<
  Change & { changes: ChangeAgencyDetails['changes'] },
  Versioned<Agency>
>() {}

@CommandHandler(ChangeAgency)
export class ChangeAgencyHandler implements ICommandHandler<ChangeAgency> {
  constructor(private readonly agencies: AgencyStore) {}

  execute({ actor, id: agencyId, expectedVersion, changes, now }: ChangeAgency): Promise<Versioned<Agency>> {
    return this.agencies.update(scopeOf(actor), agencyId, expectedVersion, (agency) =>
      decideAgency({ type: 'changeAgencyDetails', changes, now }, agency),
    );
  }
}
