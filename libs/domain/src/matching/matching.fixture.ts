import type { AgencyId, AssistantId, NeedId } from '../ids.js';
import type { Candidate, NeedToMatch } from './candidate.js';
import type { MatchingContext } from './prepared-need.js';

/** A need and a candidate who fits it in everything, for specs that change one thing. */
const now = '2026-02-02T08:00:00.000Z';

export const context: MatchingContext = {
  rates: { asOf: '2026-02-01', inEuro: { USD: 0.92, GBP: 1.17, JPY: 0.0061 } },
  marketplaceQuality: 0.8,
  now,
};

export const need: NeedToMatch = {
  needId: '01900000-0000-7000-8000-000000000021' as NeedId,
  lines: [
    { lineId: 'a', dutyCode: 'inbox', volume: 5, cadence: 'weekly', importance: 3 },
    { lineId: 'b', dutyCode: 'receipts', volume: 20, cadence: 'monthly', importance: 1 },
  ],
  requiredSkills: [],
  preferredSkills: [{ skillCode: 'email', minLevel: 3, importance: 2 }],
  requiredLanguages: [{ language: 'ca', minLevel: 'B2' }],
  hours: {
    kind: 'weekly',
    timeZone: 'Europe/Madrid',
    weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '09:00', end: '13:00' })),
  },
  startsOn: '2026-03-02',
  endsOn: '2026-04-26',
  minOverlapMinutesPerWeek: 600,
  hourlyRateCap: { amountMinor: 2000, currency: 'EUR' },
  excludedAgencyIds: [],
};

export const candidate: Candidate = {
  assistantId: '01900000-0000-7000-8000-000000000011' as AssistantId,
  agencyId: 'agency-1' as AgencyId,
  agencyStatus: 'verified',
  calendarVersion: 1,
  timeZone: 'Europe/Madrid',
  weeklyHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', end: '15:00' })),
  daysOff: [],
  weeklyCapacityMinutes: 2400,
  skills: [{ skillCode: 'email', level: 4 }],
  dutyCodes: ['inbox', 'receipts'],
  languages: [{ language: 'ca', level: 'C2' }],
  hourlyRate: { amountMinor: 1500, currency: 'EUR' },
  instantBooking: true,
  listedAt: '2026-01-03T08:00:00.000Z',
  clearedUntil: '2026-12-31T00:00:00.000Z',
  busy: [],
  elsewhere: [],
  reviews: { count: 4, scoreSum: 18 },
  work: { runs: 50, onTime: 48 },
  responses: { answered: 3, missed: 1 },
};

let calendars = 0;
/** A version that no calendar had yet: for specs that share a cache between candidates made by chance. */
export const aCalendarVersion = (): number => (calendars += 1);
