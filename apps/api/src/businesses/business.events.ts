import { BusinessDetailsChangedV1, BusinessRegisteredV1 } from '#contracts';
import type { Business, BusinessFact } from '#domain';
import type { EventBody } from '#platform/database';

/** Every fact of a business becomes one event; the contact address stays at home, being personal data. */
export function businessEvent(fact: BusinessFact, business: Business): EventBody {
  const audience = [business.businessId];
  const { name, sector, timeZone } = fact;
  switch (fact.type) {
    case 'businessRegistered':
      return {
        type: BusinessRegisteredV1.type,
        audience,
        data: { name, sector, timeZone, countryCode: fact.countryCode, registeredAt: fact.registeredAt },
      };
    case 'businessDetailsChanged':
      return {
        type: BusinessDetailsChangedV1.type,
        audience,
        data: { name, sector, timeZone, changedAt: fact.changedAt },
      };
    default:
      return fact satisfies never;
  }
}
