import { decideBy, type Deciders } from '../../deciders.js';
import { demand, uphold } from '../../policy.js';
import { isBefore } from '../../time/calendar.js';
import { type AgreementParties, partiesOf } from '../../work-parties.js';
import {
  bookedUntil,
  ceilingOf,
  type CountedMinutes,
  elapsedMinutes,
  type HoursOfPeriod,
  inSteps,
  silenceAcceptsAt,
} from './hours-of-period.js';
import {
  type AcceptTimeEntry,
  announcedPercents,
  type CorrectTimeEntry,
  type DiscardTimeEntry,
  type HoursUsed,
  type NewTimeEntryCommand,
  type RecordedEntry,
  type ReturnTimeEntry,
  type StopTimer,
  type TimeEntry,
  type TimeEntryCommand,
  type TimeEntryFact,
  type TimeRecorded,
  type WorkedTime,
} from './time-entry.js';
import {
  correctionPolicies,
  demandReason,
  demandRoundsLeft,
  isByTheAgency,
  isByTheBusiness,
  recordPolicies,
  startPolicies,
} from './time-entry.policies.js';

/** A timer, or time that was worked without one. @throws DomainError `time-entry.…`, `engagement.already-ended` */
export function decideNewTimeEntry(command: NewTimeEntryCommand): TimeEntryFact[] {
  const { timeEntryId, agreementId, businessId, agencyId, assistantId, hours, note, now } = command;
  const identity = { timeEntryId, agreementId, businessId, agencyId, assistantId, lineId: hours.lineId, note };
  if (command.type === 'startTimer') {
    uphold(startPolicies, command);
    return [{ type: 'timerStarted', ...identity, startedAt: now, hours }];
  }
  uphold(recordPolicies, command);
  return recorded(identity, command, command, 0);
}

/** What can happen to an entry once it is there. @throws DomainError `time-entry.…` */
export function decideTimeEntry(command: TimeEntryCommand, entry: TimeEntry): TimeEntryFact[] {
  const isFree = entry.disputeId === undefined || command.type === 'releaseTimeEntry';
  demand(isFree, 'time-entry.in-dispute', { disputeId: entry.disputeId });
  return decideBy(deciders, command, entry);
}

const deciders: Deciders<TimeEntryCommand, TimeEntry, TimeEntryFact> = {
  stopTimer: stop,
  correctTimeEntry: correct,
  acceptTimeEntry: accept,
  acceptTimeEntryBySilence({ counted, now }, entry) {
    demand(isSilentlyAccepted(entry, now), 'time-entry.not-recorded', { status: entry.status });
    return [accepted(entry, counted, true, now)];
  },
  returnTimeEntry: giveBack,
  discardTimeEntry: discard,
  holdTimeEntry({ disputeId, now }, entry) {
    demand(entry.status !== 'running' && entry.status !== 'discarded', 'time-entry.not-recorded', {
      status: entry.status,
    });
    demand(entry.status !== 'accepted' || entry.invoiceId === null, 'time-entry.locked');
    return [{ type: 'timeEntryHeld', disputeId, heldAt: now }];
  },
  releaseTimeEntry({ disputeId, accepts, counted, now }, entry) {
    if (entry.disputeId !== disputeId || !('hours' in entry)) return [];
    const chargedMinutes = accepts === null ? null : withinCeiling(accepts, entry.hours, counted);
    return [{ type: 'timeEntryReleased', disputeId, chargedMinutes, releasedAt: now }];
  },
  invoiceTimeEntry({ invoiceId, now }, entry) {
    demand(entry.status === 'accepted' && entry.invoiceId === null, 'time-entry.locked');
    return [{ type: 'timeEntryInvoiced', invoiceId, invoicedAt: now }];
  },
};

/** A timer that runs on after the booked time counts until its end, and no longer. */
function stop({ by, booked, counted, now }: StopTimer, entry: TimeEntry): TimeEntryFact[] {
  isByTheAgency({ command: { by }, entry });
  demand(entry.status === 'running', 'time-entry.not-running', { status: entry.status });
  const until = bookedUntil(booked, entry.startedAt);
  demand(until !== null, 'time-entry.not-booked');
  const endedAt = isBefore(until, now) ? until : now;
  const { startedAt, hours } = entry;
  return recorded(entry, { hours, booked, counted }, { startedAt, endedAt, now }, 0);
}

function correct(command: CorrectTimeEntry, entry: TimeEntry): TimeEntryFact[] {
  uphold(correctionPolicies, { command, entry });
  return recorded({ ...entry, note: command.note }, command, command, countedBefore(entry, command));
}

function accept({ by, counted, now }: AcceptTimeEntry, entry: TimeEntry): TimeEntryFact[] {
  isByTheBusiness({ command: { by }, entry });
  demand(entry.status !== 'accepted', 'time-entry.already-accepted');
  demand(entry.status === 'recorded', 'time-entry.not-recorded', { status: entry.status });
  return [accepted(entry, counted, false, now)];
}

function giveBack({ by, reason, now }: ReturnTimeEntry, entry: TimeEntry): TimeEntryFact[] {
  isByTheBusiness({ command: { by }, entry });
  demand(entry.status !== 'accepted', 'time-entry.already-accepted');
  demand(entry.status === 'recorded', 'time-entry.not-recorded', { status: entry.status });
  demandReason(reason);
  demandRoundsLeft(entry);
  return [{ type: 'timeEntryReturned', reason, returnedAt: now }];
}

function discard({ by, now }: DiscardTimeEntry, entry: TimeEntry): TimeEntryFact[] {
  isByTheAgency({ command: { by }, entry });
  demand(entry.status !== 'accepted', 'time-entry.already-accepted');
  demand(entry.status !== 'discarded', 'time-entry.discarded');
  return [{ type: 'timeEntryDiscarded', discardedAt: now }];
}

/** Whether the business has been silent about it for as long as the agreement says. */
export const isSilentlyAccepted = (entry: TimeEntry, now: string): entry is RecordedEntry =>
  entry.status === 'recorded' && !isBefore(now, entry.silenceAcceptsAt);

/** What counts of the period's hours: of what waits all steps, of what was accepted what is charged. */
export const countedMinutesOf = (entry: TimeEntry): number => {
  if (entry.status === 'recorded') return entry.roundedMinutes;
  return entry.status === 'accepted' ? entry.chargedMinutes : 0;
};

const countedBefore = (entry: TimeEntry, { hours }: WorkedTime): number => {
  const isSamePeriod =
    'hours' in entry && entry.hours.lineId === hours.lineId && entry.hours.startsAt === hours.startsAt;
  return isSamePeriod ? countedMinutesOf(entry) : 0;
};

type Identity = AgreementParties & Pick<TimeRecorded, 'timeEntryId' | 'note'>;

function recorded(
  entry: Identity,
  { hours, counted }: WorkedTime,
  { startedAt, endedAt, now }: { readonly startedAt: string; readonly endedAt: string; readonly now: string },
  countedOfEntry: number,
): TimeEntryFact[] {
  const minutes = elapsedMinutes(startedAt, endedAt);
  const roundedMinutes = inSteps(minutes, hours.stepMinutes);
  const { timeEntryId, agreementId, note } = entry;
  const fact: TimeRecorded = {
    type: 'timeRecorded',
    timeEntryId,
    agreementId,
    ...partiesOf(entry),
    lineId: hours.lineId,
    note,
    startedAt,
    endedAt,
    minutes,
    roundedMinutes,
    hours,
    recordedAt: now,
    silenceAcceptsAt: silenceAcceptsAt(now, hours),
  };
  const others = counted.recorded + counted.accepted;
  return [fact, ...announced({ hours, from: others + countedOfEntry, to: others + roundedMinutes, now })];
}

interface Use {
  readonly hours: HoursUsed['hours'];
  readonly from: number;
  readonly to: number;
  readonly now: string;
}

/** Each share that is reached by it, the lowest first. Packs tell of themselves, by what is accepted. */
function announced({ hours, from, to, now }: Use): HoursUsed[] {
  if (hours.pack !== undefined) return [];
  const reached = (minutes: number, percent: number): boolean => minutes * 100 >= hours.ceilingMinutes * percent;
  return announcedPercents
    .filter((percent) => reached(to, percent) && !reached(from, percent))
    .map((percent) => ({ type: 'hoursUsed', percent, usedMinutes: to, hours, usedAt: now }));
}

/** Charges no more than the period's ceiling leaves; a ceiling is of whole hours, so that whole steps are left. */
function accepted(entry: RecordedEntry, counted: CountedMinutes, bySilence: boolean, now: string): TimeEntryFact {
  const chargedMinutes = withinCeiling(entry.roundedMinutes, entry.hours, counted);
  return { type: 'timeEntryAccepted', bySilence, chargedMinutes, acceptedAt: now };
}

const withinCeiling = (minutes: number, hours: HoursOfPeriod, counted: CountedMinutes): number =>
  Math.min(minutes, Math.max(0, ceilingOf(hours, counted) - counted.accepted));
