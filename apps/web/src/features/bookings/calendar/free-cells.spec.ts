import { startsWithin } from '../starts-within';
import { cellsOf, minutesOf, slotsOf, timesOf, weeklyHoursOf } from './free-cells';

const madrid = 'Europe/Madrid';
const early = '2026-01-01T00:00:00.000Z';
const slot = (startAt: string, endAt: string) => ({
  startAt: `2026-${startAt}:00.000Z`,
  endAt: `2026-${endAt}:00.000Z`,
});

describe('free time on a calendar', () => {
  it('is half hours at the full and half hour, as the reader’s clocks show them', () => {
    const cells = cellsOf([slot('01-12T08:10', '01-12T10:00')], madrid, early);
    expect(cells.map(({ day, time }) => `${day} ${time}`)).toEqual(
      ['09:30', '10:00', '10:30'].map((at) => `2026-01-12 ${at}`),
    );
    expect(cellsOf([slot('01-12T08:00', '01-12T09:00')], 'Asia/Kathmandu', early).map(({ time }) => time)).toEqual([
      '14:00',
    ]);
  });

  it('leaves out what is over', () => {
    const cells = cellsOf([slot('01-12T08:00', '01-12T09:30')], madrid, '2026-01-12T08:20:00.000Z');
    expect(cells.map(({ time }) => time)).toEqual(['09:30', '10:00']);
  });

  it('becomes one slot where half hours touch, in whatever order they were chosen', () => {
    const [one, two, three, four] = cellsOf([slot('01-12T08:00', '01-12T10:00')], madrid, early);
    expect(slotsOf([four!, two!, one!])).toEqual([
      slot('01-12T08:00', '01-12T09:00'),
      slot('01-12T09:30', '01-12T10:00'),
    ]);
    expect(minutesOf(slotsOf([one!, two!, three!, four!]))).toBe(120);
  });

  it('has a line for each half hour between the first and the last of any day', () => {
    const cells = cellsOf([slot('01-12T08:00', '01-12T08:30'), slot('01-13T09:30', '01-13T10:00')], madrid, early);
    expect(timesOf(cells)).toEqual(['09:00', '09:30', '10:00', '10:30']);
    expect(timesOf([])).toEqual([]);
  });

  it('may be hours of every week, of which those over midnight are two', () => {
    expect(weeklyHoursOf([slot('01-12T22:00', '01-13T00:30')], madrid)).toEqual([
      { weekday: 1, start: '23:00', end: '24:00' },
      { weekday: 2, start: '00:00', end: '01:30' },
    ]);
    expect(weeklyHoursOf([slot('01-12T22:00', '01-12T23:00')], madrid)).toEqual([
      { weekday: 1, start: '23:00', end: '24:00' },
    ]);
  });

  it('takes a booking at half hours, and where it begins, as long as it ends within', () => {
    expect(startsWithin([slot('01-12T08:10', '01-12T10:00')], 60)).toEqual(
      ['08:10', '08:30', '09:00'].map((at) => `2026-01-12T${at}:00.000Z`),
    );
    expect(startsWithin([slot('01-12T08:00', '01-12T08:30')], 60)).toEqual([]);
  });
});
