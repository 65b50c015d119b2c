import { isBlank } from '#text';
import { saysTheSame, withChanges } from '../changes.js';
import { demand, unexpectedFact } from '../policy.js';
import { assertTimeZone } from '../time/zone.js';
import type { Business, BusinessCommand, BusinessDetails, BusinessFact } from './business.js';
import { assertOrganisationDetails, keptAddress } from './organisation-details.js';

/** @throws DomainError `business.*`, `time.unknown-zone` */
export function decideBusiness(command: BusinessCommand, state: Business | null): BusinessFact[] {
  if (command.type === 'registerBusiness') {
    demand(state === null, 'business.already-registered');
    assertDetails(command.details);
    const { businessId, details, now } = command;
    return [{ type: 'businessRegistered', businessId, ...detailsOf(details), registeredAt: now }];
  }
  demand(state !== null, 'business.not-found');
  const before = detailsOf(state);
  const details = detailsOf(withChanges<BusinessDetails>(before, command.changes));
  assertDetails(details);
  return saysTheSame(details, before) ? [] : [{ type: 'businessDetailsChanged', ...details, changedAt: command.now }];
}

export function evolveBusiness(state: Business | null, fact: BusinessFact): Business {
  if (fact.type === 'businessRegistered') {
    return { businessId: fact.businessId, ...detailsOf(fact), registeredAt: fact.registeredAt };
  }
  return state ? { ...state, ...detailsOf(fact) } : unexpectedFact(fact, 'none');
}

function assertDetails(details: BusinessDetails): void {
  assertOrganisationDetails(details, 'business');
  demand(!isBlank(details.sector), 'business.sector-missing', { at: ['sector'] });
  assertTimeZone(details.timeZone, ['timeZone']);
}

function detailsOf({ name, countryCode, vatId, sector, timeZone, contactEmail }: BusinessDetails): BusinessDetails {
  return { name, countryCode, vatId, sector, timeZone, contactEmail: keptAddress(contactEmail) };
}
