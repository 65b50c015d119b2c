import { inReadersZone } from './weeks-apart';
import type { Hours } from './weekly-hours';
import { clockBeside, clocksChangeOn, zoneName } from './zones';

const inWinter = new Date('2026-01-15T12:00:00Z');

describe('two clocks', () => {
  it('stand side by side, over midnight as well', () => {
    expect(clockBeside(9 * 60, 'Europe/Madrid', 'Europe/Lisbon', inWinter)).toBe('08:00');
    expect(clockBeside(30, 'Europe/Madrid', 'America/Bogota', inWinter)).toBe('18:30');
    expect(clockBeside(23 * 60, 'Europe/Madrid', 'Asia/Kolkata', inWinter)).toBe('03:30');
  });

  it('are named as people say a place', () => {
    expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });

  it('tell the days on which they change', () => {
    expect(clocksChangeOn('2026-03-29', 'Europe/Madrid')).toBe(true);
    expect(clocksChangeOn('2026-10-25', 'Europe/Madrid')).toBe(true);
    expect(clocksChangeOn('2026-03-28', 'Europe/Madrid')).toBe(false);
    expect(clocksChangeOn('2026-03-29', 'Asia/Kolkata')).toBe(false);
  });

  it('have the hours of a week on both, and part what goes over midnight or over the end of the week', () => {
    const week = [
      { weekday: 1, start: '09:00', end: '13:00' },
      { weekday: 7, start: '20:00', end: '24:00' },
    ] as Hours[];
    expect(inReadersZone(week, 'America/Bogota', inWinter, 'Europe/Madrid')).toEqual([
      { weekday: 1, start: '15:00', end: '19:00' },
      { weekday: 1, start: '02:00', end: '06:00' },
    ]);
    expect(inReadersZone(week.slice(1), 'Europe/Madrid', inWinter, 'Asia/Kolkata')).toEqual([
      { weekday: 1, start: '00:30', end: '04:30' },
    ]);
    const late = [{ weekday: 7, start: '18:00', end: '22:00' }] as Hours[];
    expect(inReadersZone(late, 'Europe/Madrid', inWinter, 'Asia/Kolkata')).toEqual([
      { weekday: 7, start: '22:30', end: '24:00' },
      { weekday: 1, start: '00:00', end: '02:30' },
    ]);
  });
});
