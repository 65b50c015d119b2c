import { minuteMs } from '#domain';
import { type AssistantBits, type AssistantColumns, glanceWidth, setBit } from './assistant-columns.js';
import type { AgencyTable } from './agency-table.js';
import { cheapnessOf, priceDigits, priceSteps } from './price-table.js';
import { Standing, standingDigits, standingStep } from './standing.js';
import { StepBits } from './step-bits.js';

/** Steps of three days from a little before now, and a thirty-second of that within them: clearances last a year or so. */
const clearanceSteps = 127;
const clearanceDigits = 5;
const clearanceUnitMinutes = (3 * 1_440) / 2 ** clearanceDigits;
/** Steps of two and a half hours a week: whoever has more than 60 hours is on the last. */
const capacitySteps = 24;
const capacityStepMinutes = 150;
/** The steps begin so long before now, and anew when now has left them so far behind. */
const clearanceMarginMinutes = 6 * 1_440;
const clearanceStaleMinutes = 24 * 1_440;

/** What is kept of prices, clearances and standing beside the columns, so that a search takes or leaves 32 assistants at once. */
export class Thresholds {
  readonly cheapness = new StepBits(priceSteps, priceDigits, 0);
  readonly clearance = new StepBits(clearanceSteps, clearanceDigits, 0);
  readonly capacity = new StepBits(capacitySteps, 0, 0);
  readonly ofStanding = new StepBits(0, standingDigits, 0);
  /** UTC minute at which the steps of clearance begin. */
  private clearanceBase = 0;
  private readonly standing = new Standing();

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

  putStanding(row: number, columns: AssistantColumns, { newcomers }: AssistantBits): void {
    const { agency, reviewCount, scoreSum, listedAt, glance } = columns;
    const answered = this.agencies.answeredShareOf(agency[row]!);
    const units = this.standing.unitsOf(reviewCount[row]!, scoreSum[row]!, listedAt[row]!, answered);
    const at = glanceWidth * row + 1;
    glance[at] = (glance[at]! & 0xff00) | units;
    this.ofStanding.set(row, Math.floor(units / standingStep));
    setBit(newcomers, row, this.standing.mayBeNewcomer(reviewCount[row]!, listedAt[row]!));
  }

  /** Works out again what depends on the time and the marketplace's mean, if they have moved. */
  keepUp(
    marketplaceQuality: number,
    nowMs: number,
    rows: number,
    columns: AssistantColumns,
    bits: AssistantBits,
  ): void {
    if (!this.standing.holdsFor(marketplaceQuality, nowMs)) {
      this.standing.moveTo(marketplaceQuality, nowMs);
      for (let row = 0; row < rows; row += 1) this.putStanding(row, columns, bits);
    }
    const base = Math.floor(nowMs / minuteMs) - clearanceMarginMinutes;
    if (base - this.clearanceBase < clearanceStaleMinutes) return;
    this.clearanceBase = base;
    for (let row = 0; row < rows; row += 1) this.putClearance(row, columns);
  }

  /** The later a UTC minute the higher, as far as the steps go. */
  clearanceNumber(minute: number): number {
    const number = Math.floor((minute - this.clearanceBase) / clearanceUnitMinutes);
    return Math.max(0, Math.min(number, this.clearance.highest));
  }

  /** The step of minutes a week. */
  capacityNumber(minutes: number): number {
    return Math.min(Math.floor(minutes / capacityStepMinutes), this.capacity.highest);
  }

  widen(words: number): void {
    for (const steps of this.all()) steps.widen(words);
  }

  get bytes(): number {
    return this.all().reduce((sum, { bytes }) => sum + bytes, 0);
  }

  private all(): StepBits[] {
    return [this.cheapness, this.clearance, this.capacity, this.ofStanding];
  }
}
