import { dayMs, freshnessAt, newcomerDays, newcomerReviews, pointsOf, posteriorQuality } from '#domain';

/** One unit of what is kept of it: 255 of them are more than all of it can be. */
export const standingUnit = 880;
export const mostUnits = 255;
/** The digits that are kept as bits as well, without the lowest two of a unit. */
export const standingDigits = 6;
export const standingStep = 4;
/** The marketplace's mean may move by so much, as a part of the scale, before all is worked out again. */
const meanMargin = 0.004;
/** And so much time may pass, for freshness is lost all the while. */
const marginMs = 24 * 3_600_000;

/**
 * What an assistant's own record gives whatever the need is: quality, response and freshness. It depends on the
 * marketplace's mean and on the time, which both move slowly, so an upper bound of it, kept in a byte, passes over most
 * assistants without a look at their reviews.
 */
export class Standing {
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
  unitsOf(reviewCount: number, scoreSum: number, listedAt: number, answered: number): number {
    if (Number.isNaN(this.quality)) return mostUnits;
    const reviews = { count: reviewCount, scoreSum };
    const quality = pointsOf('quality', posteriorQuality({ reviews }, this.quality + meanMargin));
    const freshness = pointsOf('freshness', freshnessAt(listedAt, this.nowMs));
    return Math.ceil((quality + pointsOf('response', answered) + freshness + 1) / standingUnit);
  }
}
