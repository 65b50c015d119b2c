import { marketplace } from '#access';
import { type Agency, type AgencyDetails, type AgencyId, decideAgency } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { commandOf } from '../command-of.js';
import { type NewOwner, OwnerRegistration } from '../identity/owner-registration.js';
import { AgencyStore } from './agency.store.js';

export class RegisterAgency extends commandOf<
  { agencyId: AgencyId; details: AgencyDetails; owner: NewOwner; now: string },
  Versioned<Agency>
>() {}

/** Registers an agency together with its owner's account. It can list drafts at once, and publish once it is verified. */
@CommandHandler(RegisterAgency)
export class RegisterAgencyHandler implements ICommandHandler<RegisterAgency> {
  constructor(
    private readonly agencies: AgencyStore,
    private readonly owners: OwnerRegistration,
  ) {}

  execute({ agencyId, details, owner, now }: RegisterAgency): Promise<Versioned<Agency>> {
    const facts = decideAgency({ type: 'registerAgency', agencyId, details, now }, null);
    return this.owners.registerWith(
      owner,
      { organisationId: agencyId, organisationKind: 'agency', roles: ['agency.owner'], now },
      () => this.agencies.create(marketplace, agencyId, facts),
    );
  }
}
