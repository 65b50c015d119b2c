import { scopeOf } from '#access';
import { type BusinessId, decideNeed, type Need, type NeedDetails, type NeedId } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Call } from '../call.js';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { commandOf } from '../command-of.js';
import { NeedStore } from './need.store.js';
import { VerifiedAgencies } from './verified-agencies.js';

export class DraftNeed extends commandOf<Call & { needId: NeedId; details: NeedDetails }, Versioned<Need>>() {}

@CommandHandler(DraftNeed)
export class DraftNeedHandler implements ICommandHandler<DraftNeed> {
  constructor(
    private readonly needs: NeedStore,
    private readonly agencies: VerifiedAgencies,
    private readonly catalogue: DutyCatalogue,
  ) {}

  async execute({ actor, needId, details, now }: DraftNeed): Promise<Versioned<Need>> {
    const businessId = actor.organisationId as BusinessId;
    const command = { type: 'draftNeed', needId, businessId, details, now } as const;
    const facts = decideNeed(command, null, { catalogue: this.catalogue.codes });
    await this.agencies.demandAll(details.invitedAgencyIds, ['invitedAgencyIds']);
    return this.needs.create(scopeOf(actor), needId, facts);
  }
}
