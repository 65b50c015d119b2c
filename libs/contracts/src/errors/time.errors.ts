import type { ErrorTable } from './error-entry.js';

export const timeErrors = {
  'time.bad-instant': { status: 400, title: 'This is not an instant in RFC 3339 with its offset' },
  'time.bad-date': { status: 400, title: 'This is not a date of the calendar' },
  'time.bad-range': { status: 400, title: 'The range ends before it begins' },
  'time.range-too-long': { status: 400, title: 'The range is too long' },
  'time.unknown-zone': { status: 400, title: 'This is not a time zone of the IANA database' },
  'time.bad-weekday': { status: 400, title: 'A weekday is a number from 1 (Monday) to 7 (Sunday)' },
  'time.bad-local-time': { status: 400, title: 'A local time is written HH:MM' },
  'time.bad-hours': { status: 400, title: 'Hours end later than they start; across midnight they are two entries' },
  'time.hours-overlap': { status: 400, title: 'Hours of the same day overlap' },
  'time.too-many-hours': { status: 400, title: 'There are too many entries for one week' },
  'time.no-slots': { status: 400, title: 'At least one slot is needed' },
  'time.too-many-slots': { status: 400, title: 'There are too many slots' },
  'time.not-whole-minute': { status: 400, title: 'A slot begins and ends on whole minutes' },
  'time.empty-slot': { status: 400, title: 'A slot ends later than it begins' },
  'time.slot-too-long': { status: 400, title: 'A slot lasts at most 24 hours' },
  'time.slots-overlap': { status: 400, title: 'The slots overlap each other' },
  'time.slot-in-the-past': { status: 400, title: 'A slot lies in the future' },
} as const satisfies ErrorTable;
