import { isISO8601, isTimeZone } from 'class-validator';
import fc from 'fast-check';
import { sureLookOf } from './sure-looks.js';

describe('a look that is sure', () => {
  const isDate = (value: unknown) => sureLookOf('isIso8601')?.(value);
  const isZone = (value: unknown) => sureLookOf('isTimeZone')?.(value);

  it.each(['2026-12-01', '2026-02-28T23:59:59.123Z', '9999-01-28T00:00+14:00', '2026-12-01T09:00:00Z'])(
    'knows the date %s',
    (text) => expect(isDate(text)).toBe(true),
  );

  it.each(['2026-12-29', '2026-13-01', '0000-01-01', '2026-12-01 09:00:00Z', '2026-12-01T09:00:00', '', 2026, null])(
    'leaves %p to the rule',
    (value) => expect([isDate(value), isZone(value)]).toEqual([false, false]),
  );

  it('finds no date where the rule finds none', () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'));
    const fractions = fc.constantFrom('', '.5', ',5', '.000');
    const zone = fc.constantFrom('Z', 'z', '', '+01:00', '-24:00');
    const time = fc
      .tuple(part(24), fc.option(part(60)), fractions, zone)
      .map(([hour, second, rest, place]) => `${hour}:30${second === null ? '' : `:${second}${rest}`}${place}`);
    const text = fc
      .tuple(fc.integer({ min: 0, max: 12_000 }), part(13), part(32), fc.constantFrom('T', ' '), fc.option(time))
      .map(([year, month, day, mark, at]) => `${year}-${month}-${day}${at === null ? '' : mark + at}`);
    fc.assert(
      fc.property(text, (written) => {
        if (isDate(written)) expect(isISO8601(written, { strict: true, strictSeparator: true })).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('knows zones that the rule knows', () => {
    const known = Intl.supportedValuesOf('timeZone');
    expect(known).toContain('Europe/Madrid');
    expect(known.filter((name) => !isZone(name) || !isTimeZone(name))).toEqual([]);
    expect(isZone('Europe/Atlantis')).toBe(false);
  });
});
