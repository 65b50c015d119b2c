import {
  AgencyClosedV1,
  AgencyDetailsChangedV1,
  AgencyRegisteredV1,
  AgencyStandingTermsChangedV1,
  AgencySuspendedV1,
  AgencyVerifiedV1,
} from '#contracts';
import type { Agency, AgencyFact } from '#domain';
import type { EventBody } from '#platform/database';

/** Every fact of an agency becomes one event; the contact address and what administrators wrote stay at home. */
export function agencyEvent(fact: AgencyFact, agency: Agency): EventBody {
  const audience = [agency.agencyId];
  switch (fact.type) {
    case 'agencyRegistered':
      return {
        type: AgencyRegisteredV1.type,
        audience,
        data: { name: fact.name, countryCode: fact.countryCode, registeredAt: fact.registeredAt },
      };
    case 'agencyDetailsChanged':
      return { type: AgencyDetailsChangedV1.type, audience, data: { name: fact.name, changedAt: fact.changedAt } };
    case 'agencyStandingTermsChanged': {
      const { terms, changedAt } = fact;
      return { type: AgencyStandingTermsChangedV1.type, audience, data: { ...terms, changedAt } };
    }
    case 'agencyVerified':
      return { type: AgencyVerifiedV1.type, audience, data: { verifiedAt: fact.verifiedAt } };
    case 'agencySuspended':
      return { type: AgencySuspendedV1.type, audience, data: { suspendedAt: fact.suspendedAt, reason: fact.code } };
    case 'agencyClosed':
      return { type: AgencyClosedV1.type, audience, data: { closedAt: fact.closedAt } };
    default:
      return fact satisfies never;
  }
}
