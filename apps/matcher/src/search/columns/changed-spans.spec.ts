import { spansOf } from '#domain';
import * as fc from 'fast-check';
import { changedSpans } from './changed-spans.js';
import { ListPool } from './list-pool.js';

const booking = fc.array(
  fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 6 })).map(([start, length]) => [start, start + length] as const),
  { minLength: 1, maxLength: 3 },
);
type Booking = readonly (readonly [number, number])[];
const within = (spans: readonly number[], covered: readonly number[]): number[] => {
  const minutes = (list: readonly number[]): Set<number> => {
    const found = new Set<number>();
    for (let index = 0; index < list.length; index += 2) {
      for (let minute = list[index]!; minute < list[index + 1]!; minute += 1) found.add(minute);
    }
    return found;
  };
  const [one, other] = [minutes(spans), minutes(covered)];
  return spansOf([...one].filter((minute) => other.has(minute)).map((minute) => [minute, minute + 1]));
};

describe('booked time that is followed booking by booking', () => {
  it('is what it is when it is made anew of all bookings, whichever come and go, overlap, touch or come twice', () => {
    fc.assert(
      fc.property(
        fc.array(booking, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(5), { maxLength: 40 }),
        (all, steps) => {
          const pool = new ListPool((length) => new Int32Array(length));
          const others = pool.add([7, 8, 9]);
          const taken = new Set<Booking>();
          let [at, length] = [0, 0];
          for (const step of steps) {
            const changed = all[step % all.length]!;
            if (!taken.delete(changed)) taken.add(changed);
            const covered = spansOf(changed);
            const now = spansOf([...taken].flat());
            for (let times = 0; times < 2; times += 1) {
              const { from, to, spans } = changedSpans(pool.list(at, length), covered, within(now, covered));
              at = pool.splice(at, length, from, to, spans);
              length += spans.length - (to - from);
              expect([...pool.list(at, length)]).toEqual(now);
            }
            expect([...pool.list(others, 3)]).toEqual([7, 8, 9]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
