import { busyTimes, busyWindow } from './busy-times.js';
import { calendarText } from './calendar-text.js';

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

  const hour = ['DTSTART:20260310T090000Z', 'DTEND:20260310T100000Z'];
  const daily = (...more: string[]): string => entry(...hour, 'RRULE:FREQ=DAILY;COUNT=3', ...more);

  it.each([
    ['line that is none', entry('this is no line', ...hour)],
    ['entry of no time', `${entry('DTSTART:2026-99-99', 'DTEND:nonsense')}\r\n${entry(...hour)}`],
    ['rule that nobody knows', entry(...hour, 'RRULE:FREQ=SOMETIMES')],
    ['line that is cut in two', entry(...hour, 'DESCRIPTION:one', 'two: three and', ' more')],
  ])('is not lost for a %s in it', (_what, entries) => {
    expect(read(ics(entries))).toEqual(['03-10T09:00 03-10T10:00']);
  });

  it('is read whatever program wrote it down', () => {
    const text = ics(entry(...hour));
    const found = ['03-10T09:00 03-10T10:00'];
    for (const bytes of [
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(text.replaceAll('\r', '')),
    ]) {
      expect(read(calendarText(bytes))).toEqual(found);
    }
    expect(read(`${text}\r\n${ics(entry('DTSTART:20260311T090000Z', 'DURATION:PT1H'))}`)).toHaveLength(2);
    const named = entry('DTSTART;TZID=/mozilla.org/20070129_1/Asia/Tokyo:20260310T180000', 'DURATION:PT1H');
    expect(read(ics(named))).toEqual(found);
    // Whoever stops in the middle hasn't said all that there is.
    expect(() => read(text.slice(0, -20))).toThrow();
  });

  it('is what was published as busy, and not as free', () => {
    const published = ['FREEBUSY;FBTYPE=BUSY:20260310T090000Z/PT1H,20260310T140000Z/20260310T150000Z'];
    const free = 'FREEBUSY;FBTYPE=FREE:20260310T110000Z/PT1H';
    expect(read(ics('BEGIN:VFREEBUSY', 'UID:f', ...published, free, 'END:VFREEBUSY'))).toEqual([
      '03-10T09:00 03-10T10:00',
      '03-10T14:00 03-10T15:00',
    ]);
  });

  it('knows an occurrence by its instant, in whichever zone it is told, or by its day', () => {
    const zoned = entry(
      'DTSTART;TZID=Europe/Madrid:20260310T100000',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;COUNT=3',
      'EXDATE:20260311T090000Z',
    );
    const without = ['03-10T09:00 03-10T10:00', '03-12T09:00 03-12T10:00'];
    expect(read(ics(zoned))).toEqual(without);
    expect(read(ics(daily('EXDATE;VALUE=DATE:20260311')))).toEqual(without);
    for (const told of ['RECURRENCE-ID;VALUE=DATE:20260311', 'RECURRENCE-ID;TZID=Europe/Madrid:20260311T100000']) {
      const moved = entry(told, 'DTSTART:20260311T150000Z', 'DURATION:PT1H');
      expect(read(ics(daily(), moved))).toEqual([without[0], '03-11T15:00 03-11T16:00', without[1]]);
    }
    const future = entry(
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20260311T090000Z',
      'DTSTART:20260311T150000Z',
      'DURATION:PT1H',
    );
    expect(read(ics(daily(), future))).toEqual([
      '03-10T09:00 03-10T10:00',
      '03-11T15:00 03-11T16:00',
      '03-12T15:00 03-12T16:00',
    ]);
  });

  it('has the beginning as well where only dates are added to it, each as long as it says', () => {
    expect(read(ics(entry(...hour, 'RDATE:20260312T120000Z')))).toEqual([
      '03-10T09:00 03-10T10:00',
      '03-12T12:00 03-12T13:00',
    ]);
    expect(read(ics(entry(...hour, 'RDATE;VALUE=PERIOD:20260312T120000Z/PT3H')))).toEqual([
      '03-10T09:00 03-10T10:00',
      '03-12T12:00 03-12T15:00',
    ]);
  });

  it('has what was moved into the time that is looked at', () => {
    const yearly = entry('DTSTART:20250510T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=YEARLY');
    const moved = entry('RECURRENCE-ID:20270510T090000Z', 'DTSTART:20270320T090000Z', 'DURATION:PT1H');
    expect(read(ics(yearly, moved))).toEqual(['05-10T09:00 05-10T10:00', '03-20T09:00 03-20T10:00']);
  });
});
