import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { plusMonths } from './calendar.js';
import { addDays } from './local-date.js';
import { datesOf, recurrenceOf, ruleOf, ruleWeekdays } from './recurrence.js';

const dates = (rule: string, startsOn = '2026-01-01', endsOn = '2026-03-31'): string[] =>
  datesOf(recurrenceOf(rule)!, startsOn, endsOn);

/**
 * As a library has it. Of the first month it takes a day too many where a rule has the how manieth of some, so that rules of months begin for it
 * in the month that comes round before the term.
 */
function byTheLibrary(rule: string, startsOn: string, endsOn: string): string[] {
  const interval = Number(/INTERVAL=(\d+)/.exec(rule)?.[1] ?? 1);
  const beginsOn = rule.includes('MONTHLY') ? plusMonths(`${startsOn.slice(0, 8)}01`, -interval) : startsOn;
  const times = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(beginsOn));
  const found: string[] = [];
  for (let time = times.next(); time !== null; time = times.next()) {
    const on = time.toString();
    if (on > endsOn) break;
    if (on >= startsOn) found.push(on);
  }
  return found;
}

const someOf = <Of>(values: readonly Of[]): fc.Arbitrary<Of[]> =>
  fc.subarray([...values], { minLength: 1, maxLength: 4 });
const nth = fc.constantFrom(1, 2, 3, 4, -1);
const aRule = fc.record({ interval: fc.integer({ min: 1, max: 4 }) }).chain(({ interval }) => {
  const every = interval === 1 ? '' : `;INTERVAL=${interval}`;
  const weekdays = someOf(ruleWeekdays).map((days) => days.join(','));
  return fc.oneof(
    fc.constant(`FREQ=DAILY${every}`),
    weekdays.map((days) => `FREQ=WEEKLY${every};BYDAY=${days}`),
    someOf([1, 2, 15, 28, 29, 30, 31, -1]).map((days) => `FREQ=MONTHLY${every};BYMONTHDAY=${days.join(',')}`),
    fc.tuple(nth, fc.constantFrom(...ruleWeekdays)).map(([n, day]) => `FREQ=MONTHLY${every};BYDAY=${n}${day}`),
    fc.tuple(weekdays, nth).map(([days, n]) => `FREQ=MONTHLY${every};BYDAY=${days};BYSETPOS=${n}`),
  );
});

describe('a rule for when something is due', () => {
  it('names weekdays, days of a month, and the how manieth of them', () => {
    expect(dates('FREQ=WEEKLY;BYDAY=TH,MO', '2026-01-01', '2026-01-12')).toEqual([
      '2026-01-01',
      '2026-01-05',
      '2026-01-08',
      '2026-01-12',
    ]);
    expect(dates('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-01-01', '2026-02-01')).toEqual(['2026-01-12', '2026-01-26']);
    expect(dates('FREQ=MONTHLY;BYMONTHDAY=-1,30')).toEqual([
      '2026-01-30',
      '2026-01-31',
      '2026-02-28',
      '2026-03-30',
      '2026-03-31',
    ]);
    expect(dates('FREQ=MONTHLY;BYDAY=1MO,-1FR')).toEqual([
      '2026-01-05',
      '2026-01-30',
      '2026-02-02',
      '2026-02-27',
      '2026-03-02',
      '2026-03-27',
    ]);
    expect(dates('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1')).toEqual(['2026-01-30', '2026-02-27', '2026-03-31']);
    expect(dates('FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=20', '2026-01-01', '2026-12-31')).toEqual([
      '2026-01-20',
      '2026-04-20',
      '2026-07-20',
      '2026-10-20',
    ]);
    expect(dates('FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31', '2026-01-01', '2027-12-31')).toEqual([]);
    expect(dates('FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', '2026-01-01', '2026-01-06')).toHaveLength(4);
  });

  it('is due on the days on which a library for calendars has it due', () => {
    fc.assert(
      fc.property(aRule, fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 400 }), (rule, from, days) => {
        const startsOn = addDays('2025-12-01', from);
        const endsOn = addDays(startsOn, days);
        expect([rule, startsOn, dates(rule, startsOn, endsOn)]).toEqual([
          rule,
          startsOn,
          byTheLibrary(rule, startsOn, endsOn),
        ]);
      }),
    );
  });

  it('is the same rule however it is written', () => {
    expect(ruleOf(recurrenceOf('BYDAY=FR,MO,FR;FREQ=WEEKLY;INTERVAL=1')!)).toBe('FREQ=WEEKLY;BYDAY=MO,FR');
    expect(ruleOf(recurrenceOf('BYMONTHDAY=-1,5;FREQ=MONTHLY;INTERVAL=3')!)).toBe(
      'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5,-1',
    );
    fc.assert(
      fc.property(aRule, (rule) => {
        const canonical = ruleOf(recurrenceOf(rule)!);
        expect(ruleOf(recurrenceOf(canonical)!)).toBe(canonical);
      }),
    );
  });

  it.each([
    '',
    'weekly',
    'FREQ=HOURLY',
    'FREQ=WEEKLY',
    'FREQ=MONTHLY',
    'FREQ=WEEKLY;BYDAY=1MO',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYDAY=MO;BYDAY=TU',
    'FREQ=WEEKLY;BYDAY=MO;COUNT=3',
    'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231',
    'FREQ=WEEKLY;INTERVAL=0;BYDAY=MO',
    'FREQ=WEEKLY;INTERVAL=53;BYDAY=MO',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;BYMONTHDAY=-2',
    'FREQ=MONTHLY;BYDAY=5MO',
    'FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=1',
    'FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=MO',
    'FREQ=MONTHLY;BYMONTH=13;BYMONTHDAY=1',
    'FREQ=DAILY;BYMONTHDAY=1',
    'FREQ=DAILY;',
    'FREQ=DAILY=1',
  ])('is none as %j', (rule) => {
    expect(recurrenceOf(rule)).toBeNull();
  });
});
