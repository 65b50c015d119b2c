import { HourPackBoughtV1, HourPackInvoicedV1, HourPackRefundedV1, HourPackUsedV1 } from '#contracts';
import { type HourPack, type HourPackFact, priceOfPacked } from '#domain';
import type { EventBody } from '#platform/database';
import { partiesOf } from '../parties-of.js';

/** Every fact of a pack becomes one event. */
export function hourPackEvent(fact: HourPackFact, pack: HourPack): EventBody {
  const { agreementId: engagementId, lineId, period, businessId, agencyId } = pack;
  const { startsOn: periodStartsOn, endsOn: periodEndsOn } = period;
  const { type, data } = bodyOf(fact);
  const ofPack = { engagementId, lineId, periodStartsOn, periodEndsOn, ...partiesOf(pack) };
  return { type, audience: [businessId, agencyId], data: { ...ofPack, ...data } };
}

function bodyOf(fact: HourPackFact): Omit<EventBody, 'audience'> {
  switch (fact.type) {
    case 'hourPackBought': {
      const { minutes, carryOverMinutes, boughtAt } = fact;
      const price = priceOfPacked(fact, minutes);
      return { type: HourPackBoughtV1.type, data: { minutes, price, carryOverMinutes, boughtAt } };
    }
    case 'hourPackUsed': {
      const { percent, usedMinutes, availableMinutes, usedAt } = fact;
      return { type: HourPackUsedV1.type, data: { percent, usedMinutes, availableMinutes, usedAt } };
    }
    case 'hourPackInvoiced':
      return { type: HourPackInvoicedV1.type, data: { invoiceId: fact.invoiceId, invoicedAt: fact.invoicedAt } };
    case 'hourPackRefunded': {
      const { minutes, amount, creditNoteId, refundedAt } = fact;
      const data = { minutes, amount, ...(creditNoteId !== null && { creditNoteId }), refundedAt };
      return { type: HourPackRefundedV1.type, data };
    }
    default:
      return fact satisfies never;
  }
}
