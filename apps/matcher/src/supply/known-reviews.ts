import { type Candidate, marketplaceQualityOf } from '#domain';

type Reviews = Candidate['reviews'];

const none: Reviews = { count: 0, scoreSum: 0 };

/** All reviews together, and those of assistants who aren't listed at the moment. */
export class KnownReviews {
  private count = 0;
  private scoreSum = 0;
  private readonly ofUnlisted = new Map<string, Reviews>();

  /** Mean of all reviews as a part of the scale, 0 to 1. */
  get marketplaceQuality(): number {
    return marketplaceQualityOf([{ count: this.count, scoreSum: this.scoreSum }]);
  }

  /**
   * Takes the reviews of an assistant as they are now.
   * @param before as they were known while the assistant was listed; null if they weren't
   */
  change(assistantId: string, before: Reviews | null, now: Reviews, isListed: boolean): void {
    const known = before ?? this.ofUnlisted.get(assistantId) ?? none;
    this.count += now.count - known.count;
    this.scoreSum += now.scoreSum - known.scoreSum;
    if (isListed || now.count === 0) this.ofUnlisted.delete(assistantId);
    else this.ofUnlisted.set(assistantId, now);
  }

  /** Those who have reviews and aren't listed. */
  unlisted(): Iterable<readonly [assistantId: string, reviews: Reviews]> {
    return this.ofUnlisted;
  }
}
