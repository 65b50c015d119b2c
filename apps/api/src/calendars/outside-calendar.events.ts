import {
  OutsideCalendarBusyChangedV1,
  OutsideCalendarLinkedV1,
  OutsideCalendarReachableV1,
  OutsideCalendarUnlinkedV1,
  OutsideCalendarUnreachableV1,
} from '#contracts';
import type { OutsideCalendar, OutsideCalendarFact } from '#domain';
import type { EventBody } from '#platform/database';

/** Address and name stay at home, and busy times with those who look for free ones. */
export function outsideCalendarEvent(fact: OutsideCalendarFact, { agencyId, assistantId }: OutsideCalendar): EventBody {
  const audience = [agencyId];
  const about = { agencyId, assistantId };
  switch (fact.type) {
    case 'outsideCalendarLinked':
      return { type: OutsideCalendarLinkedV1.type, audience, data: { ...about, linkedAt: fact.linkedAt } };
    case 'busyTimeChanged': {
      const data = { assistantId, busy: [...fact.busy], changedAt: fact.changedAt };
      return { type: OutsideCalendarBusyChangedV1.type, audience: [], data };
    }
    case 'outsideCalendarUnreachable': {
      const { because, since } = fact;
      return { type: OutsideCalendarUnreachableV1.type, audience, data: { ...about, because, since } };
    }
    case 'outsideCalendarReachable':
      return { type: OutsideCalendarReachableV1.type, audience, data: { ...about, reachedAt: fact.reachedAt } };
    case 'outsideCalendarUnlinked':
      return { type: OutsideCalendarUnlinkedV1.type, audience, data: { ...about, unlinkedAt: fact.unlinkedAt } };
    default:
      return fact satisfies never;
  }
}
