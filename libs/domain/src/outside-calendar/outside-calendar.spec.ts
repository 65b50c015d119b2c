import type { AgencyId, AssistantId, OutsideCalendarId } from '../ids.js';
import { DomainError } from '../domain-error.js';
import { minutesToNextReading } from '../time/next-reading.js';
import { decideOutsideCalendar, evolveOutsideCalendar, maxOutsideCalendars } from './outside-calendar-decisions.js';
import type { LinkOutsideCalendar, OutsideCalendar, OutsideCalendarCommand } from './outside-calendar.js';

const now = '2026-03-02T09:00:00.000Z';
const linking: LinkOutsideCalendar = {
  type: 'linkOutsideCalendar',
  calendarId: 'c' as OutsideCalendarId,
  agencyId: 'a' as AgencyId,
  assistantId: 's' as AssistantId,
  address: 'https://calendar.example/secret/basic.ics',
  name: 'Mine',
  others: 0,
  allowsHttp: false,
  now,
};
const refusal = (command: OutsideCalendarCommand, state: OutsideCalendar | null = null): string => {
  try {
    decideOutsideCalendar(command, state);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'taken';
};
const after = (state: OutsideCalendar | null, command: OutsideCalendarCommand): OutsideCalendar =>
  decideOutsideCalendar(command, state).reduce(evolveOutsideCalendar, state as OutsideCalendar);
const linked = after(null, linking);
const slot = (from: string, to: string) => ({ startAt: `2026-03-${from}:00.000Z`, endAt: `2026-03-${to}:00.000Z` });

describe('a calendar that an assistant keeps elsewhere', () => {
  it('is found where calendars say that one subscribes to them', () => {
    const { address } = after(null, { ...linking, address: ' webcal://calendar.example/x.ics ' });
    expect(address).toBe('https://calendar.example/x.ics');
  });

  it.each([
    ['outside-calendar.bad-address', { address: 'my calendar' }],
    ['outside-calendar.bad-address', { address: 'ftp://calendar.example/x.ics' }],
    ['outside-calendar.bad-address', { address: 'https://calendar.example/x.ics#top' }],
    ['outside-calendar.not-https', { address: 'http://calendar.example/x.ics' }],
    ['outside-calendar.address-with-password', { address: 'https://me:secret@calendar.example/x.ics' }],
    ['outside-calendar.name-missing', { name: '  ' }],
    ['outside-calendar.too-many', { others: maxOutsideCalendars }],
  ])('is not taken as it is: %s', (code, changes) => expect(refusal({ ...linking, ...changes })).toBe(code));

  it('is linked once', () => {
    expect(refusal(linking, linked)).toBe('outside-calendar.already-linked');
  });

  it('has news only where time ahead is another', () => {
    const over = slot('01T09:00', '01T10:00');
    const [first, second] = [slot('03T09:00', '03T10:00'), slot('04T09:00', '04T10:00')];
    const read = (before: (typeof first)[], busy: (typeof first)[]) =>
      decideOutsideCalendar({ type: 'takeBusyTime', before, busy, now }, linked);
    expect(read([over, first], [first])).toEqual([]);
    expect(read([first], [first, second])).toEqual([
      { type: 'busyTimeChanged', busy: [first, second], changedAt: now },
    ]);
    expect(read([first], [])).toEqual([{ type: 'busyTimeChanged', busy: [], changedAt: now }]);
  });

  it('is unreachable after a day, which is said once, and linked again as soon as it is read', () => {
    const failing = (failingSince: string) =>
      ({ type: 'noteUnreadable', because: 'timeout', failingSince, now }) as const;
    expect(decideOutsideCalendar(failing('2026-03-01T09:00:00.001Z'), linked)).toEqual([]);
    const lost = after(linked, failing('2026-03-01T09:00:00.000Z'));
    expect(lost).toMatchObject({ status: 'unreachable', since: '2026-03-01T09:00:00.000Z' });
    expect(decideOutsideCalendar(failing('2026-03-01T09:00:00.000Z'), lost)).toEqual([]);
    expect(after(lost, { type: 'takeBusyTime', before: [], busy: [], now })).toEqual(linked);
  });

  it('leaves nothing behind by which it could be read once it is unlinked', () => {
    const gone = after(linked, { type: 'unlinkOutsideCalendar', now });
    expect(gone).toMatchObject({ status: 'unlinked', address: '' });
    expect(refusal({ type: 'unlinkOutsideCalendar', now }, gone)).toBe('outside-calendar.not-found');
  });

  it('is read every quarter of an hour, and less and less often while it fails', () => {
    expect([0, 1, 2, 3, 9, 10_000].map(minutesToNextReading)).toEqual([15, 30, 60, 120, 360, 360]);
  });
});
