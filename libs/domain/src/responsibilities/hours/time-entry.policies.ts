import { isBlank, textLength } from '#text';
import { absencesFrom, isAwayAt, touchesAbsence } from '../../absence/absent-time.js';
import { demandReady } from '../../booking/readiness.js';
import type { Party } from '../../organisation/party.js';
import { demand, type Policy } from '../../policy.js';
import { isBefore } from '../../time/calendar.js';
import { instantMs } from '../../time/instant.js';
import { bookedUntil, ceilingOf } from './hours-of-period.js';
import type { CorrectTimeEntry, NewTimeEntryCommand, RecordTime, TimeEntry, WorkedTime } from './time-entry.js';

/** Bounds of what may be said about worked time. */
const timeEntryBounds = {
  noteCharacters: 300,
  reasonCharacters: 2000,
  /** Rounds in which the business sends it back; after that it takes it, or disputes it. */
  returns: 3,
} as const;

type Step<Command, Entry extends TimeEntry = TimeEntry> = { readonly command: Command; readonly entry: Entry };
interface Recorded extends WorkedTime {
  readonly startedAt: string;
  readonly endedAt: string;
  readonly now: string;
}

/** The assistant herself, or her agency for her. */
export const isByTheAgency: Policy<Step<{ readonly by: Party }>> = ({ command, entry }) =>
  demand(command.by.organisationId === entry.agencyId, 'time-entry.not-the-agency');

export const isByTheBusiness: Policy<Step<{ readonly by: Party }>> = ({ command, entry }) =>
  demand(command.by.organisationId === entry.businessId, 'time-entry.not-the-business');

const isOfTheAgency: Policy<NewTimeEntryCommand> = ({ by, agencyId }) =>
  demand(by.organisationId === agencyId, 'time-entry.not-the-agency');

const theEngagementGoesOn: Policy<NewTimeEntryCommand> = ({ engagement }) =>
  demand(engagement.status === 'active', 'engagement.already-ended');

const theAssistantMayWork: Policy<NewTimeEntryCommand> = ({ readiness, now }) =>
  demandReady('time-entry', readiness, now);

const sheIsThere: Policy<NewTimeEntryCommand> = (command) => {
  const away = absencesFrom(command.readiness.absences, command);
  const isAway =
    command.type === 'recordTime'
      ? touchesAbsence(away, { startAt: command.startedAt, endAt: command.endedAt })
      : isAwayAt(away, command.now);
  demand(!isAway, 'time-entry.during-absence');
};

const saysInFewWords: Policy<{ readonly note: string | null }> = ({ note }) =>
  demand(note === null || textLength(note) <= timeEntryBounds.noteCharacters, 'time-entry.note-too-long', {
    at: ['note'],
    max: timeEntryBounds.noteCharacters,
  });

/** Who works on would work for nothing. */
const hoursAreLeft: Policy<WorkedTime> = ({ hours, counted }) => {
  const ceilingMinutes = ceilingOf(hours, counted);
  const { lineId } = hours;
  demand(counted.recorded + counted.accepted < ceilingMinutes, 'time-entry.hours-used-up', { lineId, ceilingMinutes });
};

const beginsInBookedTime: Policy<NewTimeEntryCommand> = ({ booked, now }) =>
  demand(bookedUntil(booked, now) !== null, 'time-entry.not-booked');

const endsAfterItBegins: Policy<Recorded> = ({ startedAt, endedAt }) =>
  demand(isBefore(startedAt, endedAt), 'time-entry.reversed', { at: ['endedAt'] });

const isNotInTheFuture: Policy<Recorded> = ({ endedAt, now }) =>
  demand(!isBefore(now, endedAt), 'time-entry.in-the-future', { at: ['endedAt'] });

const isWithinBookedTime: Policy<Recorded> = ({ startedAt, endedAt, booked }) => {
  const until = bookedUntil(booked, startedAt);
  demand(until !== null, 'time-entry.not-booked', { at: ['startedAt'] });
  demand(instantMs(endedAt) <= instantMs(until), 'time-entry.beyond-booked', { at: ['endedAt'], bookedUntil: until });
};

const newEntryPolicies: readonly Policy<NewTimeEntryCommand>[] = [
  isOfTheAgency,
  theEngagementGoesOn,
  theAssistantMayWork,
  sheIsThere,
  saysInFewWords,
];

export const startPolicies: readonly Policy<NewTimeEntryCommand>[] = [
  ...newEntryPolicies,
  beginsInBookedTime,
  hoursAreLeft,
];

export const recordPolicies: readonly Policy<RecordTime>[] = [
  ...newEntryPolicies,
  endsAfterItBegins,
  isNotInTheFuture,
  isWithinBookedTime,
  hoursAreLeft,
];

const isStillOpen: Policy<Step<CorrectTimeEntry>> = ({ entry }) => {
  demand(entry.status !== 'running', 'time-entry.running');
  demand(entry.status !== 'discarded', 'time-entry.discarded');
  // What a pack has paid for is settled with the acceptance.
  const isSettled = entry.status === 'accepted' && (entry.invoiceId !== null || entry.hours.pack !== undefined);
  demand(!isSettled, 'time-entry.locked');
};

export const correctionPolicies: readonly Policy<Step<CorrectTimeEntry>>[] = [
  isByTheAgency,
  isStillOpen,
  ({ command }) => saysInFewWords(command),
  ({ command }) => endsAfterItBegins(command),
  ({ command }) => isNotInTheFuture(command),
  ({ command }) => isWithinBookedTime(command),
  ({ command }) => hoursAreLeft(command),
];

/** @throws DomainError `time-entry.returned-too-often` */
export function demandRoundsLeft({ timesReturned }: TimeEntry): void {
  demand(timesReturned < timeEntryBounds.returns, 'time-entry.returned-too-often', { atMost: timeEntryBounds.returns });
}

/** @throws DomainError `time-entry.reason-missing`, `time-entry.reason-too-long` */
export function demandReason(reason: string): void {
  demand(!isBlank(reason), 'time-entry.reason-missing', { at: ['reason'] });
  const max = timeEntryBounds.reasonCharacters;
  demand(textLength(reason) <= max, 'time-entry.reason-too-long', { at: ['reason'], max });
}
