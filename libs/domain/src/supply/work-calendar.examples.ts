import type { WorkCalendar } from './work-calendar.js';

/** For specs: Mondays, and the night after them. */
export const calendar: WorkCalendar = {
  timeZone: 'Europe/Madrid',
  weeklyHours: [
    { weekday: 1, start: '09:00', end: '13:00' },
    { weekday: 1, start: '22:00', end: '24:00' },
    { weekday: 2, start: '00:00', end: '02:00' },
  ],
  daysOff: [{ from: '2026-05-11', to: '2026-05-11' }],
  weeklyCapacityMinutes: 300,
};
