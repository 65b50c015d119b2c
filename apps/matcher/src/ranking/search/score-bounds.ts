import {
  answeredShare,
  besideCap,
  type Currency,
  freshnessAt,
  levelFit,
  type MatchingContext,
  pointsOf,
  posteriorQuality,
  type PreparedNeed,
  priceFitBeside,
  scoreWeights,
  wholeScore,
} from '#domain';
import { priceClasses } from '../../supply/columns/price-table.js';
import { profileHeader } from '../../supply/columns/profile-postings.js';
import { hasBit } from '../../supply/columns/assistant-columns.js';
import { standingUnit } from '../../supply/columns/standing.js';
import type { SupplyColumns } from '../../supply/columns/supply-columns.js';
import type { BitRoom } from './bit-room.js';
import type { AskedDuties } from './duty-classes.js';

export const mostPoints = {
  skills: scoreWeights.skills * wholeScore,
  overlap: scoreWeights.overlap * wholeScore,
  price: scoreWeights.price * wholeScore,
  response: scoreWeights.response * wholeScore,
} as const;
/** Bounds are worked out in another order than the points themselves, so they may differ in the last digit. */
export const roundingPoints = 4;
/** Highest level of a skill. */
const highestLevel = 5;
/** So many of the asked skills are looked at before a profile is: a few more would make long tables. */
const skillsAtAGlance = 6;
const none = new Uint32Array(0);

/** What a bound has to reach, which rises while the search goes on. */
export interface Lowest {
  readonly lowest: number;
  readonly lowestOfNewcomers: number;
}

/** Millionths of score, worked out from the columns: first bounds that cost little, then the parts as the domain gives them. */
export class ScoreBounds {
  /** Points of the duties by the weight that is covered. */
  private readonly dutyPoints: Float64Array;
  /** The most that a price of each class gives. */
  private readonly mostForPrice: Float64Array;
  /** Who has the asked skills, one after the other, and the most that each set of them gives. */
  private readonly skillBits: readonly Uint32Array[];
  private readonly mostForSkills: Float64Array;
  /** Place of each skill among the asked ones, by its number; -1 for the others. */
  private readonly askedSkill: Int8Array;
  /** By place and level: what it adds to the fit of somebody who has no skill at all, weighed by importance. */
  private readonly skillGain: Float64Array;
  private readonly fitWithoutSkills: number;
  private readonly skillWeight: number;
  private readonly nowMs: number;

  constructor(
    private readonly supply: SupplyColumns,
    private readonly prepared: PreparedNeed,
    private readonly context: MatchingContext,
    private readonly duties: AskedDuties,
    room: BitRoom,
  ) {
    const { whole } = duties;
    this.dutyPoints = Float64Array.from({ length: whole + 1 }, (_, covered) =>
      pointsOf('duties', whole === 0 ? 0 : covered / whole),
    );
    const { capValue } = prepared;
    this.mostForPrice = Float64Array.from(priceClasses, (least) =>
      capValue === null ? mostPoints.price : pointsOf('price', priceFitBeside(least, capValue)),
    );
    const asked = prepared.need.requiredSkills;
    this.askedSkill = new Int8Array(supply.profiles.skillCount).fill(-1);
    this.skillGain = new Float64Array(asked.length * (highestLevel + 1));
    let fitWithoutSkills = 0;
    for (const [place, { skillCode, minLevel, importance }] of asked.entries()) {
      const number = supply.profiles.skillNumber(skillCode);
      if (number >= 0) this.askedSkill[number] = place;
      const fit = (level: number): number => importance * Math.round(levelFit(level, minLevel) * wholeScore);
      for (let level = 0; level <= highestLevel; level += 1) {
        this.skillGain[place * (highestLevel + 1) + level] = fit(level) - fit(0);
      }
      fitWithoutSkills += fit(0);
    }
    this.fitWithoutSkills = fitWithoutSkills;
    this.skillWeight = asked.reduce((sum, { importance }) => sum + importance, 0);
    const looked = asked.slice(0, skillsAtAGlance);
    this.skillBits = looked.map(({ skillCode }) => {
      const posting = supply.profiles.having(skillCode);
      return posting.asBits(posting.isList ? room.take() : none);
    });
    this.mostForSkills = Float64Array.from({ length: 2 ** looked.length }, (_, has) => {
      const lacking = looked.filter((_skill, place) => ((has >> place) & 1) === 0);
      const lacked = lacking.reduce((sum, { importance }) => sum + importance, 0);
      return this.skillWeight === 0 ? mostPoints.skills : pointsOf('skills', 1 - lacked / this.skillWeight);
    });
    this.nowMs = Date.parse(context.now);
  }

  /** The most that whoever lacks duties of so much weight can have for them. */
  dutiesLacking(weight: number): number {
    return this.dutyPoints[Math.max(0, this.duties.whole - weight)]!;
  }

  /**
   * Tells those of 32 rows whose bound reaches what is asked, with the bound but for the skills: the most that duties and
   * overlap can give, and what quality, freshness, price and response are no more than.
   */
  sift(word: number, open: number, most: number, lowest: Lowest, tell: (row: number, bound: number) => void): void {
    const { glance } = this.supply.columns;
    const { mostForPrice, mostForSkills, skillBits } = this;
    const few = this.supply.bits.fewReviews[word]!;
    for (let rows = open; rows !== 0; rows &= rows - 1) {
      const bit = 31 - Math.clz32(rows & -rows);
      const seen = glance[(word << 5) | bit]!;
      let has = 0;
      for (let skill = 0; skill < skillBits.length; skill += 1)
        has |= ((skillBits[skill]![word]! >>> bit) & 1) << skill;
      const beside = most + (seen & 0xff) * standingUnit + mostForPrice[seen >>> 8]!;
      const bound = beside + mostForSkills[has]!;
      if (bound >= (((few >>> bit) & 1) === 1 ? lowest.lowestOfNewcomers : lowest.lowest))
        tell((word << 5) | bit, beside);
    }
  }

  /** All parts but skills and overlap, to the point. */
  allButSkillsAndOverlap(row: number): number {
    const { columns, agencies } = this.supply;
    const agency = columns.agency[row]!;
    const reviews = { count: columns.reviewCount[row]!, scoreSum: columns.scoreSum[row]! };
    return (
      this.dutyPoints[this.coveredWeight(row)]! +
      this.pricePoints(row) +
      pointsOf('quality', posteriorQuality({ reviews }, this.context.marketplaceQuality)) +
      pointsOf('response', answeredShare(agencies.answered[agency]!, agencies.missed[agency]!)) +
      pointsOf('freshness', freshnessAt(columns.listedAt[row]!, this.nowMs))
    );
  }

  overlap(sharedMinutes: number): number {
    const { askedMinutes } = this.prepared;
    return pointsOf('overlap', askedMinutes === 0 ? 0 : sharedMinutes / askedMinutes);
  }

  /** To the point. */
  skillPoints(row: number): number {
    if (this.skillWeight === 0) return mostPoints.skills;
    const { columns, profiles } = this.supply;
    const { askedSkill, skillGain } = this;
    const { values } = profiles.lists;
    const at = columns.profileAt[row]!;
    const first = at + profileHeader + values[at]!;
    const end = first + 2 * values[at + 1]!;
    let fit = this.fitWithoutSkills;
    for (let index = first; index < end; index += 2) {
      const place = askedSkill[values[index]!]!;
      if (place >= 0) fit += skillGain[place * (highestLevel + 1) + values[index + 1]!]!;
    }
    return pointsOf('skills', fit / this.skillWeight / wholeScore);
  }

  private coveredWeight(row: number): number {
    const { bits, weights } = this.duties;
    let covered = 0;
    for (let duty = 0; duty < bits.length; duty += 1) if (hasBit(bits[duty]!, row)) covered += weights[duty]!;
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
