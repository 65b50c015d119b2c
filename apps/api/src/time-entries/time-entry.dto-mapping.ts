import type { TimeEntryDto } from '#contracts';
import type { TimeEntry } from '#domain';
import type { Versioned } from '#platform/database';
import { partiesOf } from '../parties-of.js';

export function timeEntryDto({ state, version }: Versioned<TimeEntry>): TimeEntryDto {
  const counted = 'endedAt' in state ? state : null;
  const accepted = state.status === 'accepted' ? state : null;
  return {
    id: state.timeEntryId,
    engagementId: state.agreementId,
    ...partiesOf(state),
    lineId: state.lineId,
    status: state.status,
    note: state.note,
    startedAt: state.startedAt,
    endedAt: counted?.endedAt ?? null,
    minutes: counted?.minutes ?? null,
    roundedMinutes: counted?.roundedMinutes ?? null,
    chargedMinutes: accepted?.chargedMinutes ?? null,
    hourlyRate: counted?.hours.hourlyRate ?? null,
    fromPack: 'hours' in state && state.hours.pack !== undefined,
    silenceAcceptsAt: state.status === 'recorded' ? state.silenceAcceptsAt : null,
    timesReturned: state.timesReturned,
    returnReason: state.status === 'returned' ? state.reason : null,
    acceptedAt: accepted?.acceptedAt ?? null,
    acceptedBySilence: accepted?.bySilence ?? false,
    disputeId: state.disputeId ?? null,
    invoiceId: accepted?.invoiceId ?? null,
    version,
  };
}
