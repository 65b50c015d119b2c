import * as fc from 'fast-check';
import { minuteMs } from '../time/instant.js';
import { spanMinutes } from '../time/spans.js';
import { calendar } from './work-calendar.examples.js';
import { workingSpans } from './work-calendar.js';

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
