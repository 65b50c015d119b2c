import { isISO8601 } from 'class-validator';
import fc from 'fast-check';
import { isPlainDate } from './plain-dates.js';

describe('a plain date', () => {
  it.each(['2026-12-01', '2026-02-28T23:59:59.123Z', '9999-01-28T00:00+14:00', '2026-12-01T09:00:00Z'])(
    'is %s',
    (text) => expect(isPlainDate(text)).toBe(true),
  );

  it.each(['2026-12-29', '2026-13-01', '0000-01-01', '2026-12-01 09:00:00Z', '2026-12-01T09:00:00', '', 20261201, null])(
    'may not be %p',
    (value) => expect(isPlainDate(value)).toBe(false),
  );

  it('is one to class-validator, too', () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'));
    const time = fc
      .tuple(part(24), fc.option(part(60)), fc.constantFrom('', '.5', ',5', '.000'), fc.constantFrom('Z', 'z', '', '+01:00', '-24:00'))
      .map(([hour, second, fraction, zone]) => `${hour}:30${second === null ? '' : `:${second}${fraction}`}${zone}`);
    const text = fc
      .tuple(fc.integer({ min: 0, max: 12_000 }), part(13), part(32), fc.constantFrom('T', ' '), fc.option(time))
      .map(([year, month, day, mark, at]) => `${year}-${month}-${day}${at === null ? '' : mark + at}`);
    fc.assert(
      fc.property(text, (written) => {
        if (isPlainDate(written)) expect(isISO8601(written, { strict: true, strictSeparator: true })).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
