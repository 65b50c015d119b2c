import { BusinessClosedV1, BusinessDetailsChangedV1, BusinessRegisteredV1, BusinessVatIdCheckedV1 } from '#contracts';
import type { Business, BusinessDetails, BusinessFact } from '#domain';
import type { EventBody } from '#platform/database';

/** Every fact of a business becomes one event; the contact address stays at home, being personal data. */
export function businessEvent(fact: BusinessFact, business: Business): EventBody {
  const audience = [business.businessId];
  switch (fact.type) {
    case 'businessRegistered':
      return {
        type: BusinessRegisteredV1.type,
        audience,
        data: { ...outlineOf(fact), countryCode: fact.countryCode, registeredAt: fact.registeredAt },
      };
    case 'businessDetailsChanged':
      return {
        type: BusinessDetailsChangedV1.type,
        audience,
        data: { ...outlineOf(fact), changedAt: fact.changedAt },
      };
    case 'businessVatIdChecked': {
      const { result, source, checkedAt } = fact.check;
      return { type: BusinessVatIdCheckedV1.type, audience, data: { result, source, checkedAt } };
    }
    case 'businessClosed':
      return { type: BusinessClosedV1.type, audience, data: { closedAt: fact.closedAt } };
    default:
      return fact satisfies never;
  }
}

const outlineOf = ({ name, sector, timeZone }: BusinessDetails) => ({ name, sector, timeZone });
