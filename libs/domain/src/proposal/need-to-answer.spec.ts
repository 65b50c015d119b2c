import type { AgencyId, BusinessId, NeedId } from '../ids.js';
import { blankNeed } from '../need/need-writing.js';
import type { Need } from '../need/need.js';
import { needToAnswer } from './need-to-answer.js';

const agencyId = 'agency-1' as AgencyId;
const need: Need = {
  status: 'draft',
  needId: 'need-1' as NeedId,
  businessId: 'business-1' as BusinessId,
  draftedAt: '2026-02-02T09:00:00.000Z',
  ...blankNeed,
  lines: [
    { lineId: 'inbox', dutyCode: 'inbox-triage', volume: 1, cadence: 'weekly', doneCriterion: 'Sorted', importance: 3 },
  ],
};
const closed: Need = { ...need, status: 'closed', closedAt: '2026-02-03T09:00:00.000Z', reason: 'withdrawn' };

describe('a need, to an agency', () => {
  it('is known when it is open or the agency was invited', () => {
    const known = { needId: 'need-1', version: 2, posted: false, lineIds: ['inbox'] };
    expect(needToAnswer({ ...closed, openToProposals: true }, 2, agencyId)).toMatchObject(known);
    expect(needToAnswer({ ...closed, invitedAgencyIds: [agencyId] }, 2, agencyId)).toMatchObject(known);
  });

  it('does not exist before it is posted, without an invitation, or against the will of the business', () => {
    const unknown: Need[] = [
      { ...need, openToProposals: true },
      closed,
      { ...closed, openToProposals: true, excludedAgencyIds: [agencyId] },
    ];
    for (const one of unknown) expect(() => needToAnswer(one, 1, agencyId)).toThrow('need.not-found');
  });
});
