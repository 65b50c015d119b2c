import { every } from '../every.js';
import type { AgencyId, AssistantId, OutsideCalendarId } from '../ids.js';
import type { Slot } from '../time/slot.js';

/**
 * A calendar that an assistant keeps elsewhere, of which only the busy times are read. What is in it stays with her: others learn that a
 * time can't be booked, as they do of time that somebody else has booked.
 */
interface CalendarBase {
  readonly calendarId: OutsideCalendarId;
  readonly agencyId: AgencyId;
  readonly assistantId: AssistantId;
  /** Where its iCalendar is: as good as a password to it. */
  readonly address: string;
  /** What she calls it. */
  readonly name: string;
  readonly linkedAt: string;
}
export interface LinkedCalendar extends CalendarBase {
  readonly status: 'linked';
}
/** It couldn't be read for a day; what was read last goes on being heeded, and it is tried again. */
export interface UnreachableCalendar extends CalendarBase {
  readonly status: 'unreachable';
  readonly since: string;
}
export interface UnlinkedCalendar extends CalendarBase {
  readonly status: 'unlinked';
  readonly unlinkedAt: string;
}
export type OutsideCalendar = LinkedCalendar | UnreachableCalendar | UnlinkedCalendar;
export type OutsideCalendarStatus = OutsideCalendar['status'];
export const outsideCalendarStatuses = every<OutsideCalendarStatus>({
  linked: true,
  unreachable: true,
  unlinked: true,
});

/** Why a calendar couldn't be read. */
export type ReadingFailure =
  | 'address-refused'
  | 'connection'
  | 'host-unknown'
  | 'not-a-calendar'
  | 'refused'
  | 'status'
  | 'timeout'
  | 'tls'
  | 'too-large';
export const readingFailures = every<ReadingFailure>({
  'address-refused': true,
  connection: true,
  'host-unknown': true,
  'not-a-calendar': true,
  refused: true,
  status: true,
  timeout: true,
  tls: true,
  'too-large': true,
});

export interface LinkOutsideCalendar {
  readonly type: 'linkOutsideCalendar';
  readonly calendarId: OutsideCalendarId;
  readonly agencyId: AgencyId;
  readonly assistantId: AssistantId;
  readonly address: string;
  readonly name: string;
  /** How many the assistant has besides. */
  readonly others: number;
  /** Whether `http://` is taken as well: of the machine itself, for tests and developers. */
  readonly allowsHttp: boolean;
  readonly now: string;
}
/** It was read: what it says from now on takes the place of what it said. */
export interface TakeBusyTime {
  readonly type: 'takeBusyTime';
  readonly before: readonly Slot[];
  readonly busy: readonly Slot[];
  readonly now: string;
}
export interface NoteUnreadable {
  readonly type: 'noteUnreadable';
  readonly because: ReadingFailure;
  /** Since when it hasn't been read although it was tried. */
  readonly failingSince: string;
  readonly now: string;
}
export interface UnlinkOutsideCalendar {
  readonly type: 'unlinkOutsideCalendar';
  readonly now: string;
}
export type OutsideCalendarCommand = LinkOutsideCalendar | TakeBusyTime | NoteUnreadable | UnlinkOutsideCalendar;

export interface OutsideCalendarLinked extends CalendarBase {
  readonly type: 'outsideCalendarLinked';
}
export interface BusyTimeChanged {
  readonly type: 'busyTimeChanged';
  /** In order, none touching another. */
  readonly busy: readonly Slot[];
  readonly changedAt: string;
}
export interface OutsideCalendarUnreachable {
  readonly type: 'outsideCalendarUnreachable';
  readonly because: ReadingFailure;
  readonly since: string;
}
export interface OutsideCalendarReachable {
  readonly type: 'outsideCalendarReachable';
  readonly reachedAt: string;
}
export interface OutsideCalendarUnlinked {
  readonly type: 'outsideCalendarUnlinked';
  readonly unlinkedAt: string;
}
export type OutsideCalendarFact =
  | OutsideCalendarLinked
  | BusyTimeChanged
  | OutsideCalendarUnreachable
  | OutsideCalendarReachable
  | OutsideCalendarUnlinked;
