import * as fc from 'fast-check';
import { minuteMs } from '../time/instant.js';
import { spanMinutes } from '../time/spans.js';
import { type WorkCalendar, workingSpans } from './work-calendar.js';

const calendar: WorkCalendar = {
  timeZone: 'Europe/Madrid',
  weeklyHours: [
    { weekday: 1, start: '09:00', end: '13:00' },
    { weekday: 1, start: '22:00', end: '24:00' },
    { weekday: 2, start: '00:00', end: '02:00' },
  ],
  daysOff: [{ from: '2026-05-11', to: '2026-05-11' }],
  weeklyCapacityMinutes: 300,
};

describe('the calendar of an assistant', () => {
  it('is the same whether it is looked at in one piece or in two', () => {
    const zones = fc.constantFrom(
      'Europe/Madrid',
      'America/Havana',
      'Asia/Beirut',
      'Australia/Lord_Howe',
      'Pacific/Chatham',
    );
    const start = fc.integer({ min: Date.UTC(2026, 0, 1) / minuteMs, max: Date.UTC(2027, 0, 1) / minuteMs });
    const length = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(zones, start, length, length, (timeZone, from, first, second) => {
        const pieces = (a: number, b: number) => spanMinutes(workingSpans({ ...calendar, timeZone }, a, b));
        const [middle, end] = [from + first, from + first + second];
        expect(pieces(from, middle) + pieces(middle, end)).toBe(pieces(from, end));
      }),
    );
  });
});
