import * as fc from 'fast-check';
import { instantMs, instantOf } from './instant.js';
import { normaliseSlots, plainSlots } from './normalise-slots.js';

const now = '2026-05-01T12:00:00.000Z';
const slot = (startAt: string, endAt: string) => ({ startAt, endAt });

describe('the slots of a booking', () => {
  it('are sorted and spelled in one way, each with the name that it had', () => {
    const slots = [
      slot('2026-05-04T11:00:00+02:00', '2026-05-04T12:00:00+02:00'),
      slot('2026-05-04T08:00:00Z', '2026-05-04T09:00Z'),
    ];
    const normalised = normaliseSlots(slots, now);
    expect(normalised.map(({ at }) => at)).toEqual([
      ['slots', 1],
      ['slots', 0],
    ]);
    expect(plainSlots(normalised)).toEqual([
      slot('2026-05-04T08:00:00.000Z', '2026-05-04T09:00:00.000Z'),
      slot('2026-05-04T09:00:00.000Z', '2026-05-04T10:00:00.000Z'),
    ]);
  });

  it.each([
    ['time.bad-instant', slot('tomorrow', '2026-05-04T09:00:00Z')],
    ['time.bad-instant', slot('2026-02-30T08:00:00Z', '2026-05-04T09:00:00Z')],
    ['time.bad-instant', slot('2026-05-04T08:00:00', '2026-05-04T09:00:00Z')],
    ['time.not-whole-minute', slot('2026-05-04T08:00:30Z', '2026-05-04T09:00:00Z')],
    ['time.empty-slot', slot('2026-05-04T09:00:00Z', '2026-05-04T09:00:00Z')],
    ['time.slot-too-long', slot('2026-05-04T09:00:00Z', '2026-05-05T09:01:00Z')],
    ['time.slot-in-the-past', slot('2026-05-01T12:00:00Z', '2026-05-01T13:00:00Z')],
  ])('are refused with %s: %j', (code, refused) => {
    expect(() => normaliseSlots([refused], now)).toThrow(code);
  });

  it('are refused when none or more than four hundred are given', () => {
    const hourly = Array.from({ length: 401 }, (_, hour) => {
      const start = instantMs('2026-06-01T00:00:00Z') + hour * 3_600_000;
      return slot(instantOf(start), instantOf(start + 3_600_000));
    });
    expect(() => normaliseSlots([], now)).toThrow('time.no-slots');
    expect(() => normaliseSlots(hourly, now)).toThrow('time.too-many-slots');
    expect(normaliseSlots(hourly.slice(1), now)).toHaveLength(400);
  });

  it('never overlap once they are taken, in whatever order they came', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 90 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(some, (pairs) => {
        const at = (minute: number) => instantOf(instantMs(now) + minute * 60_000);
        const overlapping = pairs.some(([a, long], i) =>
          pairs.some(([b, other], j) => i !== j && a < b + other && b < a + long),
        );
        const given = pairs.map(([start, long]) => slot(at(start), at(start + long)));
        if (overlapping) expect(() => normaliseSlots(given, now)).toThrow('time.slots-overlap');
        else expect(normaliseSlots(given, now)).toHaveLength(pairs.length);
      }),
    );
  });
});
