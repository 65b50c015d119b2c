import type { AssistantId } from '../ids.js';
import type { Candidate } from './candidate.js';
import { candidate, context, need } from './matching.fixture.js';
import { rank } from './rank.js';

describe('the explanation of a rank', () => {
  it('shows what matches, what is missing, the hours on both clocks, the price against the cap and the reviews', () => {
    const bogota: Candidate = {
      ...candidate,
      assistantId: 'a' as AssistantId,
      timeZone: 'America/Bogota',
      weeklyHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '02:00', end: '06:00' })),
      dutyCodes: ['inbox'],
      skills: [],
    };
    const [entry] = rank({ ...need, endsOn: '2026-03-15' }, [bogota], context).entries;
    expect(entry).toMatchObject({
      rank: 1,
      assistantId: 'a',
      explanation: {
        matchedDuties: ['inbox'],
        missingDuties: ['receipts'],
        skills: [{ skillCode: 'email', level: null, minLevel: 3, reached: false, required: false }],
        minutesByWeekday: {
          inNeedZone: [360, 360, 360, 360, 360, 0, 0],
          inAssistantZone: [360, 360, 360, 360, 360, 0, 0],
        },
        sharedMinutes: 1800,
        askedMinutes: 2400,
        worstWeekMinutes: 900,
        requiredWeekMinutes: 600,
        hourlyRate: { amountMinor: 1500, currency: 'EUR' },
        hourlyRateCap: { amountMinor: 2000, currency: 'EUR' },
        reviews: { count: 4, mean: 4.5 },
        work: { runs: 50, onTime: 48, share: 0.96 },
      },
    });
    expect(entry!.explanation.sharedHours[0]).toEqual({
      weekday: 1,
      start: '09:00',
      end: '12:00',
      assistantWeekday: 1,
      assistantStart: '03:00',
      assistantEnd: '06:00',
      minutes: 180,
    });
  });
});
