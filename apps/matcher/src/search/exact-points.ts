import {
  askedSkills,
  besideCap,
  type Currency,
  freshnessAt,
  levelFit,
  type MatchingContext,
  onTimeShare,
  pointsOf,
  posteriorQuality,
  type PreparedNeed,
  priceFitBeside,
  scoreWeights,
  wholeScore,
} from '#domain';
import { hasBit } from './columns/assistant-columns.js';
import { highestSkillLevel, profileHeader } from './columns/profile-postings.js';
import type { SupplyColumns } from './columns/supply-columns.js';
import type { AskedDuties } from './asked-duties.js';

/** Millionths that a part can give at most. */
export const maxPoints = {
  skills: scoreWeights.skills * wholeScore,
  overlap: scoreWeights.overlap * wholeScore,
  price: scoreWeights.price * wholeScore,
} as const;

/** The parts of a score, in millionths, worked out from the columns as the domain does it from a candidate. */
export class ExactPoints {
  /** Points of the duties by the weight that is covered. */
  private readonly dutyPoints: Float64Array;
  /** Place of each skill among the asked ones, by its number; -1 for the others. */
  private readonly askedSkill: Int8Array;
  /** By place and level: what it adds to the fit of somebody who has no skill at all, weighed by importance. */
  private readonly skillGain: Float64Array;
  private fitWithoutSkills = 0;
  private readonly skillWeight: number;
  private readonly nowMs: number;

  constructor(
    private readonly supply: SupplyColumns,
    private readonly prepared: PreparedNeed,
    private readonly context: MatchingContext,
    private readonly askedDuties: AskedDuties,
  ) {
    const { whole } = askedDuties;
    this.dutyPoints = Float64Array.from({ length: whole + 1 }, (_, covered) =>
      pointsOf('duties', whole === 0 ? 0 : covered / whole),
    );
    const asked = askedSkills(prepared.need);
    this.askedSkill = new Int8Array(supply.profiles.skillCount).fill(-1);
    this.skillGain = new Float64Array(asked.length * (highestSkillLevel + 1));
    for (const [place, { skillCode, minLevel, importance }] of asked.entries()) {
      const number = supply.profiles.skillNumber(skillCode);
      if (number >= 0) this.askedSkill[number] = place;
      const fit = (level: number): number => importance * Math.round(levelFit(level, minLevel) * wholeScore);
      for (let level = 0; level <= highestSkillLevel; level += 1) {
        this.skillGain[place * (highestSkillLevel + 1) + level] = fit(level) - fit(0);
      }
      this.fitWithoutSkills += fit(0);
    }
    this.skillWeight = asked.reduce((sum, { importance }) => sum + importance, 0);
    this.nowMs = Date.parse(context.now);
  }

  /** The highest points for duties without duties of so much weight. */
  dutiesWithout(weight: number): number {
    return this.dutyPoints[Math.max(0, this.askedDuties.whole - weight)]!;
  }

  duties(row: number): number {
    return this.dutyPoints[this.coveredWeight(row)]!;
  }

  allButSkillsAndOverlap(row: number): number {
    const { columns, agencies } = this.supply;
    const agency = columns.agency[row]!;
    const reviews = { count: columns.reviewCount[row]!, scoreSum: columns.scoreSum[row]! };
    return (
      this.duties(row) +
      this.pricePoints(row) +
      pointsOf('quality', posteriorQuality({ reviews }, this.context.marketplaceQuality)) +
      pointsOf('work', onTimeShare({ work: { runs: columns.workRuns[row]!, onTime: columns.workOnTime[row]! } })) +
      pointsOf('response', agencies.answeredShareOf(agency)) +
      pointsOf('freshness', freshnessAt(columns.listedAt[row]!, this.nowMs))
    );
  }

  overlap(sharedMinutes: number): number {
    const { askedMinutes } = this.prepared;
    return pointsOf('overlap', askedMinutes === 0 ? 0 : sharedMinutes / askedMinutes);
  }

  skills(row: number): number {
    if (this.skillWeight === 0) return maxPoints.skills;
    const { columns, profiles } = this.supply;
    const { askedSkill, skillGain } = this;
    const { values } = profiles.lists;
    const at = columns.profileAt[row]!;
    const first = at + profileHeader + values[at]!;
    const end = first + 2 * values[at + 1]!;
    let fit = this.fitWithoutSkills;
    for (let index = first; index < end; index += 2) {
      const place = askedSkill[values[index]!]!;
      if (place >= 0) fit += skillGain[place * (highestSkillLevel + 1) + values[index + 1]!]!;
    }
    return pointsOf('skills', fit / this.skillWeight / wholeScore);
  }

  private coveredWeight(row: number): number {
    const { bitmaps, weights } = this.askedDuties;
    let covered = 0;
    for (let duty = 0; duty < bitmaps.length; duty += 1) if (hasBit(bitmaps[duty]!, row)) covered += weights[duty]!;
    return covered;
  }

  private pricePoints(row: number): number {
    const { amountMinor, currency } = this.supply.columns;
    const rate = {
      amountMinor: amountMinor[row]!,
      currency: this.supply.prices.currencies.codeOf(currency[row]!) as Currency,
    };
    const compared = besideCap(this.prepared, rate, this.context.rates);
    return compared === null ? 0 : pointsOf('price', priceFitBeside(compared.price, compared.cap));
  }
}
