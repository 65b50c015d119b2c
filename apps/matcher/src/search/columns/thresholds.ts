import { minuteMs } from '#domain';
import { type AssistantBits, type AssistantColumns, glanceWidth, setBit } from './assistant-columns.js';
import type { AgencyTable } from './agency-table.js';
import { cheapnessOf, priceDigits, priceBins } from './price-table.js';
import { StaticScore, staticScoreDigits, staticScoreStep } from './static-score.js';
import { BitSlicedIndex } from './bit-sliced-index.js';

/** Bins of three days from a little before now, with 32 places in each: clearances last a year or so. */
const clearanceBins = 127;
const clearanceDigits = 5;
const clearanceUnitMinutes = (3 * 1_440) / 2 ** clearanceDigits;
/** Bins of two and a half hours a week: whoever has more than 60 hours is in the last. */
const capacityBins = 24;
const capacityBinMinutes = 150;
/** The bins begin so long before now, and anew when now has left them so far behind. */
const clearanceMarginMinutes = 6 * 1_440;
const clearanceStaleMinutes = 24 * 1_440;

/** Indexes of prices, clearances, capacities and static scores beside the columns, so that a search compares 32 assistants at once. */
export class Thresholds {
  readonly cheapness = new BitSlicedIndex(priceBins, priceDigits, 0);
  readonly clearance = new BitSlicedIndex(clearanceBins, clearanceDigits, 0);
  readonly capacity = new BitSlicedIndex(capacityBins, 0, 0);
  readonly staticScores = new BitSlicedIndex(0, staticScoreDigits, 0);
  /** UTC minute at which the bins of clearance begin. */
  private clearanceBase = 0;
  private readonly staticScore = new StaticScore();

  constructor(private readonly agencies: AgencyTable) {}

  /** @param value in euros; null for a price that can't be compared */
  putPrice(row: number, value: number | null, { glance }: AssistantColumns): void {
    const number = cheapnessOf(value);
    this.cheapness.set(row, number);
    const at = glanceWidth * row + 1;
    glance[at] = ((number >>> priceDigits) << 8) | (glance[at]! & 0xff);
  }

  putCapacity(row: number, { capacityMinutes }: AssistantColumns): void {
    this.capacity.set(row, this.capacityNumber(capacityMinutes[row]!));
  }

  putClearance(row: number, { clearedUntil }: AssistantColumns): void {
    this.clearance.set(row, this.clearanceNumber(clearedUntil[row]!));
  }

  putStaticScore(row: number, columns: AssistantColumns, { newcomers }: AssistantBits): void {
    const { agency, reviewCount, scoreSum, workRuns, workOnTime, listedAt, glance } = columns;
    const answered = this.agencies.answeredShareOf(agency[row]!);
    const units = this.staticScore.unitsOf({
      reviews: { count: reviewCount[row]!, scoreSum: scoreSum[row]! },
      work: { runs: workRuns[row]!, onTime: workOnTime[row]! },
      listedAt: listedAt[row]!,
      answered,
    });
    const at = glanceWidth * row + 1;
    glance[at] = (glance[at]! & 0xff00) | units;
    this.staticScores.set(row, Math.floor(units / staticScoreStep));
    setBit(newcomers, row, this.staticScore.mayBeNewcomer(reviewCount[row]!, listedAt[row]!));
  }

  /** Works out again what depends on the time and the marketplace's mean, if they have moved. */
  keepUp(
    marketplaceQuality: number,
    nowMs: number,
    rows: number,
    columns: AssistantColumns,
    bits: AssistantBits,
  ): void {
    if (!this.staticScore.holdsFor(marketplaceQuality, nowMs)) {
      this.staticScore.moveTo(marketplaceQuality, nowMs);
      for (let row = 0; row < rows; row += 1) this.putStaticScore(row, columns, bits);
    }
    const base = Math.floor(nowMs / minuteMs) - clearanceMarginMinutes;
    if (base - this.clearanceBase < clearanceStaleMinutes) return;
    this.clearanceBase = base;
    for (let row = 0; row < rows; row += 1) this.putClearance(row, columns);
  }

  /** The later a UTC minute the higher, as far as the bins go. */
  clearanceNumber(minute: number): number {
    const number = Math.floor((minute - this.clearanceBase) / clearanceUnitMinutes);
    return Math.max(0, Math.min(number, this.clearance.highest));
  }

  /** The bin of minutes a week. */
  capacityNumber(minutes: number): number {
    return Math.min(Math.floor(minutes / capacityBinMinutes), this.capacity.highest);
  }

  widen(words: number): void {
    for (const index of this.all()) index.widen(words);
  }

  get bytes(): number {
    return this.all().reduce((sum, { bytes }) => sum + bytes, 0);
  }

  private all(): BitSlicedIndex[] {
    return [this.cheapness, this.clearance, this.capacity, this.staticScores];
  }
}
