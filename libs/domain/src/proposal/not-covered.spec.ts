import { notCoveredBy } from './not-covered.js';

const line = { volume: 1, cadence: 'weekly', doneCriterion: '', importance: 1 } as const;
const need = {
  lines: [
    { ...line, lineId: 'a', dutyCode: 'inbox-triage' },
    { ...line, lineId: 'b', dutyCode: 'invoice-issuing' },
    { ...line, lineId: 'c', dutyCode: 'invoice-issuing' },
  ],
  preferredSkills: [
    { skillCode: 'excel', minLevel: 3, importance: 1 },
    { skillCode: 'shopify', minLevel: 2, importance: 1 },
  ],
};

describe('what a proposal does not cover', () => {
  it('is the duties that the listing does not offer, and the preferred skills that it lacks', () => {
    const listing = { dutyCodes: ['inbox-triage'], skills: [{ skillCode: 'excel', level: 2 }] };
    expect(notCoveredBy(listing, need)).toEqual({
      dutyCodes: ['invoice-issuing'],
      skills: [
        { skillCode: 'excel', minLevel: 3, level: 2 },
        { skillCode: 'shopify', minLevel: 2, level: null },
      ],
    });
  });

  it('is nothing where all is there', () => {
    const skills = need.preferredSkills.map(({ skillCode, minLevel }) => ({ skillCode, level: minLevel }));
    const dutyCodes = ['inbox-triage', 'invoice-issuing'];
    expect(notCoveredBy({ dutyCodes, skills }, need)).toEqual({ dutyCodes: [], skills: [] });
  });
});
