import { errorTable } from './error-table.js';

export const timeErrors = errorTable({
  400: {
    'time.bad-instant': 'This is not an instant in RFC 3339 with its offset',
    'time.bad-date': 'This is not a date of the calendar',
    'time.bad-range': 'The range ends before it begins',
    'time.range-too-long': 'The range is too long',
    'time.unknown-zone': 'This is not a time zone of the IANA database',
    'time.bad-weekday': 'A weekday is a number from 1 (Monday) to 7 (Sunday)',
    'time.bad-local-time': 'A local time is written HH:MM',
    'time.bad-hours': 'Hours end later than they start; across midnight they are two entries',
    'time.hours-overlap': 'Hours of the same day overlap',
    'time.hours-skipped': 'A change of the clocks skips these hours on that date',
    'time.too-many-hours': 'There are too many entries for one week',
    'time.no-slots': 'At least one slot is needed',
    'time.too-many-slots': 'There are too many slots',
    'time.not-whole-minute': 'A slot begins and ends on whole minutes',
    'time.empty-slot': 'A slot ends later than it begins',
    'time.slot-too-long': 'A slot lasts at most 24 hours',
    'time.slots-overlap': 'The slots overlap each other',
    'time.slot-in-the-past': 'A slot lies in the future',
  },
});
