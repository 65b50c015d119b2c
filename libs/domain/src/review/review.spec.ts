import type { ReviewId } from '../ids.js';
import { refusalOf } from '../refusals.examples.js';
import { agency, business, stranger } from '../responsibilities/agreement/agreement.examples.js';
import { engagement } from '../responsibilities/work/duty-run.examples.js';
import { decideReview, evolveReview } from './review-decisions.js';
import type { GiveReview } from './review.js';

const give: GiveReview = {
  type: 'giveReview',
  reviewId: 'review-1' as ReviewId,
  by: business,
  engagement: { ...engagement, status: 'ended', endedBy: 'term', reason: null, endedAt: '2026-05-31T22:00:00.000Z' },
  alreadyGivenBy: [],
  score: 5,
  text: ' She knows our suppliers by name. ',
  now: '2026-06-02T09:00:00.000Z',
};
const refusal = (changes: Partial<GiveReview>): string | null => refusalOf(() => decideReview({ ...give, ...changes }));

describe('a review', () => {
  it('is given by a side after the engagement ended', () => {
    const [fact] = decideReview(give);
    expect(evolveReview(null, fact!)).toEqual({
      reviewId: 'review-1',
      engagementId: 'agreement-1',
      by: 'business',
      userId: 'user-b',
      businessId: 'business-1',
      agencyId: 'agency-1',
      assistantId: 'assistant-1',
      score: 5,
      text: 'She knows our suppliers by name.',
      givenAt: give.now,
    });
    expect(refusal({ engagement })).toBe('review.engagement-not-ended');
  });

  it('is given once by each side', () => {
    expect(refusal({ alreadyGivenBy: ['business'] })).toBe('review.already-given');
    expect(refusal({ alreadyGivenBy: ['agency'] })).toBeNull();
    expect(refusal({ by: agency, alreadyGivenBy: ['business'] })).toBeNull();
    expect(refusal({ by: agency, alreadyGivenBy: ['business', 'agency'] })).toBe('review.already-given');
  });

  it('is for the two sides, with a score from one to five and a text that can be read', () => {
    expect(refusal({ by: stranger })).toBe('agreement.not-a-party');
    for (const score of [0, 6, 3.5]) expect(refusal({ score })).toBe('review.score-out-of-range score');
    expect(refusal({ text: 'x'.repeat(4001) })).toBe('review.text-too-long text');
    expect(refusal({ text: '' })).toBeNull();
  });

  it('never changes', () => {
    const [fact] = decideReview(give);
    expect(() => evolveReview(evolveReview(null, fact!), fact!)).toThrow('given before');
  });
});
