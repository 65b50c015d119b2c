import type { Readiness } from '../../booking/readiness.js';
import { every } from '../../every.js';
import type { DisputeId, InvoiceId, TimeEntryId } from '../../ids.js';
import type { Party } from '../../organisation/party.js';
import type { Slot } from '../../time/slot.js';
import type { Engagement } from '../work/engagement.js';
import type { AgreementParties } from '../../work-parties.js';
import type { CountedMinutes, HoursOfPeriod } from './hours-of-period.js';

interface EntryOfParties extends AgreementParties {
  readonly timeEntryId: TimeEntryId;
}
interface EntryBase extends EntryOfParties {
  readonly lineId: string;
  readonly startedAt: string;
  /** What was done, in the words of whoever did it. */
  readonly note: string | null;
  readonly timesReturned: number;
  /** The dispute that holds it: until it is settled, nothing happens to the entry. Left out where there is none. */
  readonly disputeId?: DisputeId;
}
/** Time that was worked, under the terms that were in force when it began to be recorded. */
interface CountedTime {
  readonly endedAt: string;
  /** Whole minutes that passed. */
  readonly minutes: number;
  /** In whole steps of the agreement. */
  readonly roundedMinutes: number;
  readonly hours: HoursOfPeriod;
  readonly recordedAt: string;
}
/** The timer runs, under the terms that were in force when it was started. */
export interface RunningEntry extends EntryBase {
  readonly status: 'running';
  readonly hours: HoursOfPeriod;
}
/** Waits for the business. */
export interface RecordedEntry extends EntryBase, CountedTime {
  readonly status: 'recorded';
  readonly silenceAcceptsAt: string;
}
export interface ReturnedEntry extends EntryBase, CountedTime {
  readonly status: 'returned';
  readonly reason: string;
  readonly returnedAt: string;
}
export interface AcceptedEntry extends EntryBase, CountedTime {
  readonly status: 'accepted';
  readonly acceptedAt: string;
  readonly bySilence: boolean;
  /** What of it is charged: the period's ceiling may leave less than was worked. */
  readonly chargedMinutes: number;
  readonly invoiceId: InvoiceId | null;
}
/** A mistake; its time is free for another entry. */
export interface DiscardedEntry extends EntryBase {
  readonly status: 'discarded';
  readonly discardedAt: string;
}
export type TimeEntry = RunningEntry | RecordedEntry | ReturnedEntry | AcceptedEntry | DiscardedEntry;
export const timeEntryStatuses = every<TimeEntry['status']>({
  running: true,
  recorded: true,
  returned: true,
  accepted: true,
  discarded: true,
});

/** What is known of the time in which somebody works. */
export interface WorkedTime {
  readonly hours: HoursOfPeriod;
  /** Confirmed time of the line that takes place. */
  readonly booked: readonly Slot[];
  readonly counted: CountedMinutes;
}
interface NewEntry extends EntryOfParties, WorkedTime {
  readonly by: Party;
  readonly engagement: Engagement;
  readonly readiness: Readiness;
  readonly note: string | null;
  readonly now: string;
}
export interface StartTimer extends NewEntry {
  readonly type: 'startTimer';
}
/** Time that was worked without a timer. */
export interface RecordTime extends NewEntry {
  readonly type: 'recordTime';
  readonly startedAt: string;
  readonly endedAt: string;
}
export interface StopTimer extends Omit<WorkedTime, 'hours'> {
  readonly type: 'stopTimer';
  readonly by: Party;
  readonly now: string;
}
/** As long as no invoice charges it; what was accepted waits for the business again. */
export interface CorrectTimeEntry extends WorkedTime {
  readonly type: 'correctTimeEntry';
  readonly by: Party;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly note: string | null;
  readonly now: string;
}
export interface AcceptTimeEntry {
  readonly type: 'acceptTimeEntry';
  readonly by: Party;
  readonly counted: CountedMinutes;
  readonly now: string;
}
export interface AcceptTimeEntryBySilence {
  readonly type: 'acceptTimeEntryBySilence';
  readonly counted: CountedMinutes;
  readonly now: string;
}
export interface ReturnTimeEntry {
  readonly type: 'returnTimeEntry';
  readonly by: Party;
  readonly reason: string;
  readonly now: string;
}
export interface DiscardTimeEntry {
  readonly type: 'discardTimeEntry';
  readonly by: Party;
  readonly now: string;
}
/** A side disputes it. */
export interface HoldTimeEntry {
  readonly type: 'holdTimeEntry';
  readonly disputeId: DisputeId;
  readonly now: string;
}
/** The dispute is over. */
export interface ReleaseTimeEntry {
  readonly type: 'releaseTimeEntry';
  readonly disputeId: DisputeId;
  /** Minutes that are charged by what was decided, none where it falls; null where it was withdrawn and all is as before. */
  readonly accepts: number | null;
  readonly counted: CountedMinutes;
  readonly now: string;
}
export interface InvoiceTimeEntry {
  readonly type: 'invoiceTimeEntry';
  readonly invoiceId: InvoiceId;
  readonly now: string;
}
export type NewTimeEntryCommand = StartTimer | RecordTime;
export type TimeEntryCommand =
  | StopTimer
  | CorrectTimeEntry
  | AcceptTimeEntry
  | AcceptTimeEntryBySilence
  | ReturnTimeEntry
  | DiscardTimeEntry
  | HoldTimeEntry
  | ReleaseTimeEntry
  | InvoiceTimeEntry;

export interface TimerStarted extends EntryOfParties {
  readonly type: 'timerStarted';
  readonly lineId: string;
  readonly note: string | null;
  readonly startedAt: string;
  readonly hours: HoursOfPeriod;
}
export interface TimeRecorded extends EntryOfParties, CountedTime {
  readonly type: 'timeRecorded';
  readonly lineId: string;
  readonly note: string | null;
  readonly startedAt: string;
  readonly silenceAcceptsAt: string;
}
/** Shares of a period's hours that both sides are told of. */
export const announcedPercents = [80, 100] as const;
export interface HoursUsed {
  readonly type: 'hoursUsed';
  readonly percent: (typeof announcedPercents)[number];
  readonly usedMinutes: number;
  readonly hours: HoursOfPeriod;
  readonly usedAt: string;
}
export interface TimeEntryAccepted {
  readonly type: 'timeEntryAccepted';
  readonly bySilence: boolean;
  readonly chargedMinutes: number;
  readonly acceptedAt: string;
}
export interface TimeEntryReturned {
  readonly type: 'timeEntryReturned';
  readonly reason: string;
  readonly returnedAt: string;
}
export interface TimeEntryDiscarded {
  readonly type: 'timeEntryDiscarded';
  readonly discardedAt: string;
}
export interface TimeEntryHeld {
  readonly type: 'timeEntryHeld';
  readonly disputeId: DisputeId;
  readonly heldAt: string;
}
export interface TimeEntryReleased {
  readonly type: 'timeEntryReleased';
  readonly disputeId: DisputeId;
  /** What is charged from now on; null where all is as before. */
  readonly chargedMinutes: number | null;
  readonly releasedAt: string;
}
export interface TimeEntryInvoiced {
  readonly type: 'timeEntryInvoiced';
  readonly invoiceId: InvoiceId;
  readonly invoicedAt: string;
}
export type TimeEntryFact =
  | TimerStarted
  | TimeRecorded
  | HoursUsed
  | TimeEntryAccepted
  | TimeEntryReturned
  | TimeEntryDiscarded
  | TimeEntryHeld
  | TimeEntryReleased
  | TimeEntryInvoiced;
