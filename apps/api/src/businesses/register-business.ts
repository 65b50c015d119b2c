import { marketplace } from '#access';
import { type Business, type BusinessDetails, type BusinessId, decideBusiness } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { commandOf } from '../command-of.js';
import { type NewOwner, OwnerRegistration } from '../identity/owner-registration.js';
import { BusinessStore } from './business.store.js';

export class RegisterBusiness extends commandOf<
  { businessId: BusinessId; details: BusinessDetails; owner: NewOwner; now: string },
  Versioned<Business>
>() {}

/** Registers a business together with its owner's account. It can post needs at once. */
@CommandHandler(RegisterBusiness)
export class RegisterBusinessHandler implements ICommandHandler<RegisterBusiness> {
  constructor(
    private readonly businesses: BusinessStore,
    private readonly owners: OwnerRegistration,
  ) {}

  execute({ businessId, details, owner, now }: RegisterBusiness): Promise<Versioned<Business>> {
    const facts = decideBusiness({ type: 'registerBusiness', businessId, details, now }, null);
    return this.owners.registerWith(
      owner,
      { organisationId: businessId, organisationKind: 'business', roles: ['business.owner'], now },
      () => this.businesses.create(marketplace, businessId, facts),
    );
  }
}
