import { dayMs, freshnessAt, newcomerDays, pointsOf, posteriorQuality } from '#domain';

/** One unit of what is kept of it: 255 of them are more than quality and freshness can give together. */
export const standingUnit = 700;
/** Steps of what is kept, in units: who has at least so many is kept as bits as well. */
export const standingStep = 16;
/** The marketplace's mean may move by so much, as a part of the scale, before all is worked out again. */
const meanMargin = 0.004;
/** And so much time may pass, for freshness is lost all the while. */
const marginMs = 24 * 3_600_000;

/**
 * Quality and freshness depend on the marketplace's mean and on the time, which both move slowly. An upper bound of what
 * the two give, kept in a byte, passes over most assistants without a look at their reviews.
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

  /** Whether somebody with few reviews may be a newcomer now or later on. */
  isRecent(listedAt: number): boolean {
    return this.nowMs - listedAt <= newcomerDays * dayMs;
  }

  /** Before anything is known of the mean and the time, no bound is lower than the highest. */
  unitsOf(reviewCount: number, scoreSum: number, listedAt: number): number {
    if (Number.isNaN(this.quality)) return 255;
    const reviews = { count: reviewCount, scoreSum };
    const quality = pointsOf('quality', posteriorQuality({ reviews }, this.quality + meanMargin));
    return Math.ceil((quality + pointsOf('freshness', freshnessAt(listedAt, this.nowMs)) + 1) / standingUnit);
  }
}
