import fc from 'fast-check';
import {
  type Area,
  cellMinutes,
  coverage,
  dayMinutes,
  daySpan,
  type Hours,
  minutesOfWeek,
  painted,
} from './weekly-hours';

const on = (weekday: number, start: string, end: string): Hours => ({ weekday, start, end }) as Hours;
const area = (fromDay: number, toDay: number, from: number, to: number): Area => ({ fromDay, toDay, from, to });

describe('a painted week', () => {
  it('gains what is painted on each day of the stroke, and what touches becomes one', () => {
    const week = painted([on(1, '09:00', '11:00')], area(1, 2, 11 * 60, 13 * 60), true);
    expect(week).toEqual([on(1, '09:00', '13:00'), on(2, '11:00', '13:00')]);
  });

  it('loses what is wiped, and keeps what lies around it to the minute', () => {
    const week = painted([on(3, '08:45', '17:10')], area(3, 3, 12 * 60, 13 * 60), false);
    expect(week).toEqual([on(3, '08:45', '12:00'), on(3, '13:00', '17:10')]);
  });

  it('may go on to the end of the day', () => {
    expect(painted([], area(7, 7, 23 * 60, dayMinutes), true)).toEqual([on(7, '23:00', '24:00')]);
  });

  it('says of each half hour whether all of it, some or nothing belongs to the hours', () => {
    const week = [on(1, '09:00', '09:45')];
    const of = (from: number) => coverage(week, 1, { from, to: from + cellMinutes });
    expect([of(8.5 * 60), of(9 * 60), of(9.5 * 60), of(10 * 60)]).toEqual(['none', 'all', 'some', 'none']);
  });

  it('is shown from seven to eight at least, and further where somebody works', () => {
    expect(daySpan([])).toEqual({ from: 7 * 60, to: 20 * 60 });
    expect(daySpan([on(1, '05:30', '22:15')])).toEqual({ from: 5 * 60, to: 23 * 60 });
  });

  it('is as it was once a stroke is wiped again, where nothing was before', () => {
    const cell = fc.integer({ min: 0, max: dayMinutes / cellMinutes - 1 });
    const stroke = fc
      .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), cell, cell)
      .map(([oneDay, otherDay, one, other]) =>
        area(
          Math.min(oneDay, otherDay),
          Math.max(oneDay, otherDay),
          Math.min(one, other) * cellMinutes,
          (Math.max(one, other) + 1) * cellMinutes,
        ),
      );
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 6 }), stroke, (strokes, last) => {
        const week = strokes.reduce<Hours[]>((hours, each) => painted(hours, each, true), []);
        const wiped = painted(week, last, false);
        // Twice is once, and painted and wiped is wiped.
        expect(painted(painted(week, last, true), last, true)).toEqual(painted(week, last, true));
        expect(painted(painted(week, last, true), last, false)).toEqual(wiped);
        const days = last.toDay - last.fromDay + 1;
        expect(minutesOfWeek(painted(week, last, true)) - minutesOfWeek(wiped)).toBe(days * (last.to - last.from));
      }),
    );
  });
});
