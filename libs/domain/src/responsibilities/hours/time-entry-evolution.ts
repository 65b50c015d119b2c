import { unexpectedFact } from '../../policy.js';
import type { TimeEntry, TimeEntryFact, TimeEntryReleased } from './time-entry.js';

/** The entry after one more fact. */
export function evolveTimeEntry(entry: TimeEntry | null, fact: TimeEntryFact): TimeEntry {
  switch (fact.type) {
    case 'timerStarted': {
      const { type: _, ...started } = fact;
      return entry === null ? { status: 'running', ...started, timesReturned: 0 } : unexpectedFact(fact, entry.status);
    }
    case 'timeRecorded': {
      const { type: _, ...time } = fact;
      return { status: 'recorded', ...time, timesReturned: entry?.timesReturned ?? 0 };
    }
    default:
  }
  if (entry === null) return unexpectedFact(fact, 'nothing');
  switch (fact.type) {
    case 'hoursUsed':
      return entry;
    case 'timeEntryDiscarded': {
      const { timeEntryId, agreementId, businessId, agencyId, assistantId } = entry;
      const { lineId, startedAt, note, timesReturned } = entry;
      const identity = { timeEntryId, agreementId, businessId, agencyId, assistantId };
      return {
        status: 'discarded',
        ...identity,
        lineId,
        startedAt,
        note,
        timesReturned,
        discardedAt: fact.discardedAt,
      };
    }
    case 'timeEntryHeld':
      return { ...entry, disputeId: fact.disputeId };
    case 'timeEntryReleased':
      return released(entry, fact);
    case 'timeEntryInvoiced':
      return entry.status === 'accepted' ? { ...entry, invoiceId: fact.invoiceId } : unexpectedFact(fact, entry.status);
    case 'timeEntryAccepted':
    case 'timeEntryReturned': {
      if (entry.status !== 'recorded') return unexpectedFact(fact, entry.status);
      const { silenceAcceptsAt: _, status: __, ...time } = entry;
      if (fact.type === 'timeEntryReturned') {
        const { reason, returnedAt } = fact;
        return { ...time, status: 'returned', reason, returnedAt, timesReturned: time.timesReturned + 1 };
      }
      const { bySilence, chargedMinutes, acceptedAt } = fact;
      return { ...time, status: 'accepted', bySilence, chargedMinutes, acceptedAt, invoiceId: null };
    }
    default:
      return fact satisfies never;
  }
}

/** What was decided is accepted from then on, so that the next invoice charges it; what falls stays worked, and costs nothing. */
function released(entry: TimeEntry, fact: TimeEntryReleased): TimeEntry {
  const { disputeId: _, ...free } = entry;
  const { chargedMinutes, releasedAt: acceptedAt } = fact;
  if (chargedMinutes === null) return free;
  if (free.status === 'accepted') return { ...free, chargedMinutes, acceptedAt };
  if (free.status !== 'recorded' && free.status !== 'returned') return unexpectedFact(fact, free.status);
  const { timeEntryId, agreementId, businessId, agencyId, assistantId, lineId, startedAt, note, timesReturned } = free;
  const { endedAt, minutes, roundedMinutes, hours, recordedAt } = free;
  const parties = { timeEntryId, agreementId, businessId, agencyId, assistantId };
  const time = { lineId, startedAt, note, timesReturned, endedAt, minutes, roundedMinutes, hours, recordedAt };
  return { status: 'accepted', ...parties, ...time, bySilence: false, chargedMinutes, acceptedAt, invoiceId: null };
}
