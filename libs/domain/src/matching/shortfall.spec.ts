import type { Candidate, NeedToMatch } from './candidate.js';
import { candidate, context, need } from './matching.fixture.js';
import { rank } from './rank.js';

const nearMiss = (changes: Partial<Candidate>, needChanges: Partial<NeedToMatch> = {}) => {
  const { nearMisses } = rank({ ...need, ...needChanges }, [{ ...candidate, ...changes }], context);
  expect(nearMisses).toHaveLength(1);
  return nearMisses[0]!;
};
const email = { skillCode: 'email', minLevel: 5, importance: 2 };
const books = { skillCode: 'books', minLevel: 2, importance: 1 };

describe('a near miss says what is missing', () => {
  it('which language, and at which level it is spoken and wanted', () => {
    const { failedFilter, shortfall } = nearMiss({ languages: [{ language: 'ca', level: 'B1' }] });
    expect(failedFilter).toBe('language');
    expect(shortfall.languages).toEqual([{ language: 'ca', minLevel: 'B2', level: 'B1' }]);
    expect(nearMiss({ languages: [] }).shortfall.languages).toEqual([{ language: 'ca', minLevel: 'B2', level: null }]);
  });

  it('which skills, those alone that lack something', () => {
    const { failedFilter, shortfall } = nearMiss({}, { requiredSkills: [email, books], preferredSkills: [] });
    expect(failedFilter).toBe('skill');
    expect(shortfall.skills).toEqual([
      { skillCode: 'books', minLevel: 2, level: null },
      { skillCode: 'email', minLevel: 5, level: 4 },
    ]);
    expect(nearMiss({}, { requiredSkills: [email], preferredSkills: [] }).shortfall.skills).toHaveLength(1);
  });

  it('how far the rate is above the cap', () => {
    expect(nearMiss({ hourlyRate: { amountMinor: 2150, currency: 'EUR' } })).toMatchObject({
      failedFilter: 'rate',
      shortfall: { rate: { aboveCap: { amountMinor: 150, currency: 'EUR' }, aboveCapBps: 750 } },
    });
    // 25 dollars are 23 euros.
    expect(nearMiss({ hourlyRate: { amountMinor: 2500, currency: 'USD' } }).shortfall.rate).toMatchObject({
      aboveCap: null,
      aboveCapBps: 1500,
    });
    const incomparable = nearMiss({ hourlyRate: { amountMinor: 100, currency: 'INR' } }).shortfall.rate;
    expect(incomparable).toMatchObject({ aboveCap: null, aboveCapBps: null });
  });

  it('until when the workplace would have to be cleared', () => {
    const clearance = { clearedUntil: null, neededUntil: '2026-04-24T11:00:00.000Z' };
    expect(nearMiss({ clearedUntil: null }).shortfall.clearance).toEqual(clearance);
  });

  it('how many minutes the scarcest week lacks', () => {
    const short = nearMiss({ weeklyCapacityMinutes: 500 });
    expect(short).toMatchObject({
      failedFilter: 'capacity',
      shortfall: { week: { minutes: 500, neededMinutes: 600 } },
    });
    const absent = nearMiss({ weeklyHours: [{ weekday: 1, start: '09:00', end: '12:00' }] });
    expect(absent).toMatchObject({
      failedFilter: 'overlap',
      shortfall: { week: { minutes: 180, neededMinutes: 600 } },
    });
  });

  it('which duties are not offered, and what the agency is', () => {
    expect(nearMiss({ dutyCodes: ['travel'] }).shortfall.dutyCodes).toEqual(['inbox', 'receipts']);
    expect(nearMiss({ agencyStatus: 'suspended' }).shortfall.agencyStatus).toBe('suspended');
    expect(nearMiss({}, { excludedAgencyIds: [candidate.agencyId] }).failedFilter).toBe('conflict');
  });
});
