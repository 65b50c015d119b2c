import { isBlank } from '#text';
import { decideBy, type Deciders } from '../deciders.js';
import { demand, unexpectedFact } from '../policy.js';
import { hourMs, instantMs } from '../time/instant.js';
import { unreachableAfterHours } from '../time/next-reading.js';
import type { Slot } from '../time/slot.js';
import type {
  LinkOutsideCalendar,
  NoteUnreadable,
  OutsideCalendar,
  OutsideCalendarCommand,
  OutsideCalendarFact,
  TakeBusyTime,
} from './outside-calendar.js';

/** Of one assistant: her own, that of her family, that of another job. */
export const maxOutsideCalendars = 5;

/** @throws DomainError `outside-calendar.…` as listed in the contracts' table of its errors */
export function decideOutsideCalendar(
  command: OutsideCalendarCommand,
  state: OutsideCalendar | null,
): OutsideCalendarFact[] {
  if (command.type === 'linkOutsideCalendar') return link(command, state);
  demand(state !== null && state.status !== 'unlinked', 'outside-calendar.not-found');
  return decideBy(deciders, command, state);
}

const deciders: Deciders<Exclude<OutsideCalendarCommand, LinkOutsideCalendar>, OutsideCalendar, OutsideCalendarFact> = {
  takeBusyTime,
  noteUnreadable,
  unlinkOutsideCalendar: ({ now }) => [{ type: 'outsideCalendarUnlinked', unlinkedAt: now }],
};

function link(command: LinkOutsideCalendar, state: OutsideCalendar | null): OutsideCalendarFact[] {
  const { calendarId, agencyId, assistantId, name, others, allowsHttp, now } = command;
  demand(state === null, 'outside-calendar.already-linked');
  demand(others < maxOutsideCalendars, 'outside-calendar.too-many', { limit: maxOutsideCalendars });
  demand(!isBlank(name), 'outside-calendar.name-missing', { at: ['name'] });
  const address = addressOf(command.address, allowsHttp);
  return [
    { type: 'outsideCalendarLinked', calendarId, agencyId, assistantId, address, name: name.trim(), linkedAt: now },
  ];
}

/** What calendars offer for subscribing is `webcal://`, which is `https://` under another name. */
function addressOf(given: string, allowsHttp: boolean): string {
  const text = given.trim().replace(/^webcals?:\/\//i, 'https://');
  const address = URL.canParse(text) ? new URL(text) : null;
  const isWritten = address !== null && (address.protocol === 'https:' || address.protocol === 'http:');
  demand(isWritten && address.hash === '', 'outside-calendar.bad-address', { at: ['address'] });
  demand(address.protocol === 'https:' || allowsHttp, 'outside-calendar.not-https', { at: ['address'] });
  const hasPassword = address.username !== '' || address.password !== '';
  demand(!hasPassword, 'outside-calendar.address-with-password', { at: ['address'] });
  return address.href;
}

/** What is over changes nothing for anybody, so the calendar says the same if what lies ahead does. */
function takeBusyTime({ before, busy, now }: TakeBusyTime, state: OutsideCalendar): OutsideCalendarFact[] {
  const facts: OutsideCalendarFact[] =
    state.status === 'unreachable' ? [{ type: 'outsideCalendarReachable', reachedAt: now }] : [];
  const ahead = (slots: readonly Slot[]): readonly Slot[] =>
    slots.filter(({ endAt }) => instantMs(endAt) > instantMs(now));
  const [known, read] = [ahead(before), ahead(busy)];
  const isSame =
    known.length === read.length &&
    known.every(({ startAt, endAt }, index) => startAt === read[index]?.startAt && endAt === read[index].endAt);
  return isSame ? facts : [...facts, { type: 'busyTimeChanged', busy: read, changedAt: now }];
}

function noteUnreadable(
  { because, failingSince, now }: NoteUnreadable,
  { status }: OutsideCalendar,
): OutsideCalendarFact[] {
  const isNews = status === 'linked' && instantMs(now) - instantMs(failingSince) >= unreachableAfterHours * hourMs;
  return isNews ? [{ type: 'outsideCalendarUnreachable', because, since: failingSince }] : [];
}

export function evolveOutsideCalendar(state: OutsideCalendar | null, fact: OutsideCalendarFact): OutsideCalendar {
  if (fact.type === 'outsideCalendarLinked') {
    const { type: _, ...linked } = fact;
    return { status: 'linked', ...linked };
  }
  if (state === null) return unexpectedFact(fact, 'none');
  const { calendarId, agencyId, assistantId, address, name, linkedAt } = state;
  const kept = { calendarId, agencyId, assistantId, address, name, linkedAt };
  switch (fact.type) {
    // The times themselves are rows of their own.
    case 'busyTimeChanged':
      return state;
    case 'outsideCalendarUnreachable':
      return { status: 'unreachable', ...kept, since: fact.since };
    case 'outsideCalendarReachable':
      return { status: 'linked', ...kept };
    // Nobody needs the way to it any more.
    case 'outsideCalendarUnlinked':
      return { status: 'unlinked', ...kept, address: '', unlinkedAt: fact.unlinkedAt };
    default:
      return fact satisfies never;
  }
}
