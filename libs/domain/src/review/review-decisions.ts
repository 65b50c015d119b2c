import { textLength } from '#text';
import { demand, type Policy, uphold } from '../policy.js';
import { sideOf } from '../responsibilities/agreement/agreement.policies.js';
import { partiesOf } from '../work-parties.js';
import type { GiveReview, Review, ReviewFact } from './review.js';

/** Bounds of what a review may say. */
export const reviewBounds = { textCharacters: 4000 } as const;

const theEngagementHasEnded: Policy<GiveReview> = ({ engagement }) =>
  demand(engagement.status === 'ended', 'review.engagement-not-ended');

const theSideHasNotReviewedYet: Policy<GiveReview> = ({ engagement, by, alreadyGivenBy }) =>
  demand(!alreadyGivenBy.includes(sideOf(engagement, by)), 'review.already-given');

const theScoreIsOneToFive: Policy<GiveReview> = ({ score }) =>
  demand([1, 2, 3, 4, 5].includes(score), 'review.score-out-of-range', { at: ['score'], from: 1, to: 5 });

const theTextIsBounded: Policy<GiveReview> = ({ text }) =>
  demand(textLength(text) <= reviewBounds.textCharacters, 'review.text-too-long', {
    at: ['text'],
    atMost: reviewBounds.textCharacters,
  });

const reviewPolicies: readonly Policy<GiveReview>[] = [
  theEngagementHasEnded,
  theSideHasNotReviewedYet,
  theScoreIsOneToFive,
  theTextIsBounded,
];

/**
 * One side's review of the other.
 * @throws DomainError `review.*`, `agreement.not-a-party`
 */
export function decideReview(command: GiveReview): ReviewFact[] {
  const by = sideOf(command.engagement, command.by);
  uphold(reviewPolicies, command);
  const { reviewId, score, text, now } = command;
  const review: Review = {
    reviewId,
    engagementId: command.engagement.engagementId,
    by,
    userId: command.by.userId,
    ...partiesOf(command.engagement),
    score,
    text: text.trim(),
    givenAt: now,
  };
  return [{ type: 'reviewGiven', review }];
}

/** A review is born whole and never changes. */
export function evolveReview(review: Review | null, fact: ReviewFact): Review {
  if (review) throw new Error(`the review ${review.reviewId} was given before`);
  return fact.review;
}
