import { scopeOf } from '#access';
import { type AgencyId, decideNeed, type Need } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { commandOf } from '../command-of.js';
import { NeedStore } from './need.store.js';
import { VerifiedAgencies } from './verified-agencies.js';

export class InviteAgencies extends commandOf<Change & { agencyIds: readonly AgencyId[] }, Versioned<Need>>() {}

/** Asks agencies to propose; with a draft they hear of it when it is posted. */
@CommandHandler(InviteAgencies)
export class InviteAgenciesHandler implements ICommandHandler<InviteAgencies> {
  constructor(
    private readonly needs: NeedStore,
    private readonly agencies: VerifiedAgencies,
    private readonly catalogue: DutyCatalogue,
  ) {}

  execute({ actor, id: needId, expectedVersion, agencyIds, now }: InviteAgencies): Promise<Versioned<Need>> {
    return this.needs.update(scopeOf(actor), needId, expectedVersion, async (need) => {
      await this.agencies.demandAll(agencyIds, ['agencyIds']);
      return decideNeed({ type: 'inviteAgencies', agencyIds, now }, need, { catalogue: this.catalogue.codes });
    });
  }
}
