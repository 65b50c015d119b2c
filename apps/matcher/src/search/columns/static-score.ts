import {
  type Candidate,
  dayMs,
  freshnessAt,
  newcomerDays,
  newcomerReviews,
  onTimeShare,
  pointsOf,
  posteriorQuality,
} from '#domain';

/** Points of a unit in which it is kept: 255 of them are more than all of it can be. */
export const staticScoreUnit = 880;
export const maxStaticUnits = 255;
/** The binary digits that are indexed, without the lowest two of a unit. */
export const staticScoreDigits = 6;
export const staticScoreStep = 4;
/** The marketplace's mean may move by so much, as a part of the scale, before all is worked out again. */
const meanMargin = 0.004;
/** And so much time may pass, for freshness is lost all the while. */
const marginMs = 24 * 3_600_000;

/** What the static score goes by. */
interface StaticallyScored extends Pick<Candidate, 'reviews' | 'work'> {
  /** Milliseconds since 1970. */
  readonly listedAt: number;
  /** The share of invitations that the agency answered. */
  readonly answered: number;
}

/**
 * The part of a score that doesn't depend on the need: quality, work, response and freshness. It does depend on the marketplace's
 * mean and on the time, which both move slowly, so an upper bound of it, kept in a byte, rules out most assistants without
 * a look at their reviews.
 */
export class StaticScore {
  private quality = Number.NaN;
  private nowMs = 0;

  /** Whether bounds that were worked out before hold for this mean and this time, and are close enough. */
  holdsFor(quality: number, nowMs: number): boolean {
    return Math.abs(quality - this.quality) <= meanMargin && nowMs >= this.nowMs && nowMs - this.nowMs <= marginMs;
  }

  moveTo(quality: number, nowMs: number): void {
    this.quality = quality;
    this.nowMs = nowMs;
  }

  /** Whether somebody may be a newcomer now or later on. */
  mayBeNewcomer(reviewCount: number, listedAt: number): boolean {
    return reviewCount < newcomerReviews && this.nowMs - listedAt <= newcomerDays * dayMs;
  }

  /** Before anything is known of the mean and the time, no bound is lower than the highest. */
  unitsOf({ reviews, work, listedAt, answered }: StaticallyScored): number {
    if (Number.isNaN(this.quality)) return maxStaticUnits;
    const quality = pointsOf('quality', posteriorQuality({ reviews }, this.quality + meanMargin));
    const freshness = pointsOf('freshness', freshnessAt(listedAt, this.nowMs));
    const points = quality + pointsOf('work', onTimeShare({ work })) + pointsOf('response', answered) + freshness;
    return Math.ceil((points + 1) / staticScoreUnit);
  }
}
