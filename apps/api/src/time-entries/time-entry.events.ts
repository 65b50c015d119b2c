import {
  TimeEntryAcceptedV1,
  TimeEntryDiscardedV1,
  TimeEntryHeldV1,
  TimeEntryHoursUsedV1,
  TimeEntryInvoicedV1,
  TimeEntryRecordedV1,
  TimeEntryReleasedV1,
  TimeEntryReturnedV1,
  TimeEntryStartedV1,
} from '#contracts';
import type { TimeEntry, TimeEntryFact } from '#domain';
import type { EventBody } from '#platform/database';
import { partiesOf } from '../parties-of.js';

/** Every fact of a time entry becomes one event. Notes and reasons stay at home. */
export function timeEntryEvent(fact: TimeEntryFact, entry: TimeEntry): EventBody {
  const { agreementId: engagementId, lineId, businessId, agencyId } = entry;
  const { type, data } = bodyOf(fact, entry);
  return { type, audience: [businessId, agencyId], data: { engagementId, lineId, ...partiesOf(entry), ...data } };
}

function bodyOf(fact: TimeEntryFact, entry: TimeEntry): Omit<EventBody, 'audience'> {
  switch (fact.type) {
    case 'timerStarted':
      return { type: TimeEntryStartedV1.type, data: { startedAt: fact.startedAt } };
    case 'timeRecorded': {
      const { startedAt, endedAt, minutes, roundedMinutes, recordedAt, silenceAcceptsAt } = fact;
      const data = { startedAt, endedAt, minutes, roundedMinutes, recordedAt, silenceAcceptsAt };
      return { type: TimeEntryRecordedV1.type, data };
    }
    case 'hoursUsed': {
      const { percent, usedMinutes, hours, usedAt } = fact;
      const { ceilingMinutes, period } = hours;
      const { startsOn: periodStartsOn, endsOn: periodEndsOn } = period;
      const data = { percent, usedMinutes, ceilingMinutes, periodStartsOn, periodEndsOn, usedAt };
      return { type: TimeEntryHoursUsedV1.type, data };
    }
    case 'timeEntryAccepted': {
      const { bySilence, chargedMinutes, acceptedAt } = fact;
      return { type: TimeEntryAcceptedV1.type, data: { bySilence, chargedMinutes, acceptedAt } };
    }
    case 'timeEntryReturned': {
      const { returnedAt } = fact;
      return { type: TimeEntryReturnedV1.type, data: { timesReturned: entry.timesReturned, returnedAt } };
    }
    case 'timeEntryDiscarded':
      return { type: TimeEntryDiscardedV1.type, data: { discardedAt: fact.discardedAt } };
    case 'timeEntryHeld':
      return { type: TimeEntryHeldV1.type, data: { disputeId: fact.disputeId, heldAt: fact.heldAt } };
    case 'timeEntryReleased': {
      const { disputeId, chargedMinutes, releasedAt } = fact;
      return { type: TimeEntryReleasedV1.type, data: { disputeId, chargedMinutes, releasedAt } };
    }
    case 'timeEntryInvoiced':
      return { type: TimeEntryInvoicedV1.type, data: { invoiceId: fact.invoiceId, invoicedAt: fact.invoicedAt } };
    default:
      return fact satisfies never;
  }
}
