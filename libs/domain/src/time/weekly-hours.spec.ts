import { normaliseWeeklyHours, weeklyMinutes } from './weekly-hours.js';

describe('weekly hours', () => {
  it('are put in the order of the week', () => {
    const hours = [
      { weekday: 2, start: '00:00', end: '02:00' },
      { weekday: 1, start: '22:00', end: '24:00' },
      { weekday: 1, start: '09:00', end: '13:00' },
    ];
    expect(normaliseWeeklyHours(hours)).toEqual([hours[2], hours[1], hours[0]]);
    expect(weeklyMinutes(hours)).toBe(480);
  });

  it('may be adjacent', () => {
    const adjacent = [
      { weekday: 1, start: '09:00', end: '12:00' },
      { weekday: 1, start: '12:00', end: '13:00' },
    ];
    expect(normaliseWeeklyHours(adjacent)).toEqual(adjacent);
  });

  it.each([
    [{ weekday: 0, start: '09:00', end: '10:00' }, 'time.bad-weekday'],
    [{ weekday: 1.5, start: '09:00', end: '10:00' }, 'time.bad-weekday'],
    [{ weekday: 1, start: '9:00', end: '10:00' }, 'time.bad-local-time'],
    [{ weekday: 1, start: '09:00', end: '24:01' }, 'time.bad-local-time'],
    [{ weekday: 1, start: '24:00', end: '24:00' }, 'time.bad-local-time'],
    [{ weekday: 1, start: '10:60', end: '12:00' }, 'time.bad-local-time'],
    [{ weekday: 1, start: '22:00', end: '02:00' }, 'time.bad-hours'],
    [{ weekday: 1, start: '09:00', end: '09:00' }, 'time.bad-hours'],
  ])('refuse %j', (entry, code) => {
    expect(() => normaliseWeeklyHours([entry], ['weeklyHours'])).toThrow(code);
  });

  it('refuse hours of a day that overlap, and more entries than a week has use for', () => {
    const nine = { weekday: 3, start: '09:00', end: '12:00' };
    expect(() => normaliseWeeklyHours([nine, { weekday: 3, start: '11:59', end: '13:00' }])).toThrow(
      'time.hours-overlap',
    );
    expect(() => normaliseWeeklyHours(Array.from({ length: 51 }, () => nine))).toThrow('time.too-many-hours');
  });
});
