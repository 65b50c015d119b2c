import { scopeOf } from '#access';
import { type Agency, decideAgency, type StandingTerms } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { AgencyStore } from './agency.store.js';

export class SetStandingTerms extends commandOf<Change & { terms: StandingTerms }, Versioned<Agency>>() {}

/** The agency says what it is bound to by instant bookings from now on. */
@CommandHandler(SetStandingTerms)
export class SetStandingTermsHandler implements ICommandHandler<SetStandingTerms> {
  constructor(private readonly agencies: AgencyStore) {}

  execute({ actor, id: agencyId, expectedVersion, terms, now }: SetStandingTerms): Promise<Versioned<Agency>> {
    return this.agencies.update(scopeOf(actor), agencyId, expectedVersion, (agency) =>
      decideAgency({ type: 'setStandingTerms', terms, now }, agency),
    );
  }
}
