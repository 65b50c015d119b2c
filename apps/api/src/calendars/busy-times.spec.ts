import { busyTimes, busyWindow } from './busy-times.js';

const window = busyWindow('2026-03-02T09:00:00.000Z');
const ics = (...entries: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Somebody//EN', ...entries, 'END:VCALENDAR'].join('\r\n');
const entry = (...lines: string[]): string => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n');
const read = (text: string, timeZone = 'Europe/Madrid') =>
  busyTimes({ text, timeZone, window }).busy.map(
    ({ startAt, endAt }) => `${startAt.slice(5, 16)} ${endAt.slice(5, 16)}`,
  );
const windowsZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Romance Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
].join('\r\n');

describe('what a calendar elsewhere says of busy time', () => {
  it('follows repetitions over a change of the clocks, without what is left out and with what was moved', () => {
    const weekly = entry(
      'DTSTART;TZID=Romance Standard Time:20260323T090000',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'EXDATE;TZID=Romance Standard Time:20260406T090000',
    );
    const moved = entry(
      'RECURRENCE-ID;TZID=Romance Standard Time:20260330T090000',
      'DTSTART;TZID=Romance Standard Time:20260330T150000',
      'DTEND;TZID=Romance Standard Time:20260330T160000',
    );
    expect(read(ics(windowsZone, weekly, moved))).toEqual([
      '03-23T08:00 03-23T09:00',
      '03-30T13:00 03-30T14:00',
      '04-13T07:00 04-13T08:00',
    ]);
  });

  it('has whole days and times without a zone as the assistant’s own clock has them', () => {
    const day = entry('DTSTART;VALUE=DATE:20260329', 'DTEND;VALUE=DATE:20260330');
    expect(read(ics(day))).toEqual(['03-28T23:00 03-29T22:00']);
    expect(read(ics(entry('DTSTART;VALUE=DATE:20260329')))).toEqual(['03-28T23:00 03-29T22:00']);
    expect(read(ics(entry('DTSTART:20260310T090000', 'DTEND:20260310T093000')), 'America/New_York')).toEqual([
      '03-10T13:00 03-10T13:30',
    ]);
    // A zone that the world knows needs no rules brought along.
    expect(read(ics(entry('DTSTART;TZID=Asia/Tokyo:20260310T090000', 'DURATION:PT30M')))).toEqual([
      '03-10T00:00 03-10T00:30',
    ]);
  });

  it('leaves out what is free, what is cancelled, what has no length, and bookings that come back to us', () => {
    const times = ['DTSTART:20260310T090000Z', 'DTEND:20260310T100000Z'];
    const ours = ['BEGIN:VEVENT', 'UID:0190-1@bookings.ajudant', ...times, 'END:VEVENT'].join('\r\n');
    const gone = entry('RRULE:FREQ=DAILY;COUNT=2', ...times);
    const cancelled = entry('RECURRENCE-ID:20260311T090000Z', 'STATUS:CANCELLED', 'DTSTART:20260311T090000Z');
    expect(read(ics(entry(...times, 'TRANSP:TRANSPARENT'), ours))).toEqual([]);
    expect(read(ics(entry(...times, 'STATUS:CANCELLED')))).toEqual([]);
    expect(read(ics(entry('DTSTART:20260310T090000Z')))).toEqual([]);
    expect(read(ics(gone, cancelled))).toEqual(['03-10T09:00 03-10T10:00']);
  });

  it('reaches from the first of the month for thirteen months, and ends where what is kept ends', () => {
    expect(window).toEqual({ fromAt: '2026-03-01T00:00:00.000Z', toAt: '2027-04-01T00:00:00.000Z' });
    const daily = entry('DTSTART:19800101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY');
    const days = read(ics(daily));
    expect(days).toHaveLength(396);
    expect(days[0]).toBe('03-01T09:00 03-01T10:00');
    const lots = entry('DTSTART:20260301T000000Z', 'DURATION:PT1M', 'RRULE:FREQ=MINUTELY;INTERVAL=5');
    expect(read(ics(lots))).toHaveLength(2_000);
    const across = entry('DTSTART:20260228T230000Z', 'DTEND:20260301T010000Z');
    expect(read(ics(across))).toEqual(['03-01T00:00 03-01T01:00']);
  });

  it('makes out what can’t be, and comes to an end with what has none', () => {
    const never = entry('DTSTART:20260310T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2');
    expect(read(ics(never)).length).toBeLessThanOrEqual(1);
    expect(read(ics(entry('DTSTART:20260310T090000Z', 'RRULE:FREQ=SECONDLY')))).toEqual([]);
    for (const text of ['', 'hello', '<html></html>', 'BEGIN:VCALENDAR', 'BEGIN:VEVENT\r\nEND:VEVENT']) {
      expect(() => read(text)).toThrow();
    }
  });

  it('has exceptions of one entry nothing to do with another', () => {
    const weekly = entry('DTSTART:20260302T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=2');
    const other = weekly.replace('UID:1', 'UID:2').replaceAll('T09', 'T12');
    const moved = entry('RECURRENCE-ID:20260309T090000Z', 'DTSTART:20260309T150000Z', 'DURATION:PT1H');
    expect(read(ics(weekly, other, moved))).toEqual([
      '03-02T09:00 03-02T10:00',
      '03-02T12:00 03-02T13:00',
      '03-09T12:00 03-09T13:00',
      '03-09T15:00 03-09T16:00',
    ]);
  });
});
