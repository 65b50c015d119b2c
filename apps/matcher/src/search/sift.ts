import {
  type ExclusionReason,
  exclusionReasons,
  languageLevels,
  pointsOf,
  type PreparedNeed,
  priceFitBeside,
} from '#domain';
import { glanceWidth, hasBit, setBit } from './columns/assistant-columns.js';
import { cheapnessOf, leastOnStep, priceDigits } from './columns/price-table.js';
import { mostUnits, standingStep, standingUnit } from './columns/standing.js';
import type { SupplyColumns } from './columns/supply-columns.js';
import type { AskedDuties } from './asked-duties.js';
import type { BitRoom } from './bit-room.js';
import { type ExactPoints, mostPoints } from './exact-points.js';
import { HeldLimit, limitIn, unknownLimit } from './held-limit.js';
import { type Block, type Blocks, type SiftBench, type Whom } from './sift-bench.js';
import { type SiftKernel, vectorWords } from './sift-kernel.js';

/** What a total has to reach to be of use; it rises while the search goes on. */
export interface Lowest {
  readonly lowest: number;
  readonly lowestOfNewcomers: number;
}

/** Hears of a row with the most that it can have, how much of that is for skills, and whether it may be a newcomer's. */
export type Tell = (row: number, bound: number, skills: number, mayBeNew: boolean) => void;

/** What the kernel counts, in its order, which is the domain's: all but the overlap, which takes a look into a calendar. */
const countedFilters = exclusionReasons.filter((reason) => reason !== 'overlap');

/** Points of a unit in which the kernel adds up what is lacked: all that can be lacked is less than 256 of them. */
const unit = standingStep * standingUnit;
/** And so many units each level of price stands for. */
const priceLevelUnits = 8;
/** Bounds are added up in another order than the points themselves, so they may differ in the last digits. */
const roundingPoints = 4;

/**
 * Holds everybody against the hard filters that take no look into a calendar, and tells of those who can still reach what is asked
 * by all that is known at a glance. What sets of bits can tell is the kernel's; then each row that is left is looked at
 * for two bytes, its duties and the skills that it has at all.
 */
export class Sift {
  private readonly streams: readonly Stream[];
  private readonly limits: readonly HeldLimit[];
  /** The most that a price on each step gives. */
  private readonly mostForPrice: Float64Array;
  private readonly skillBits: readonly Int32Array[];
  /** The most that anybody can have for everything. */
  readonly mostOfAll: number;
  private readonly skillImportance: readonly number[];
  private readonly skillWeight: number;
  /** What was held against the filters last. */
  private block: Block = { number: 0, first: 0, words: 0 };
  private readonly kernel: SiftKernel;

  /** @param leastCapacity minutes a week: whoever has less is short of them in some week, whatever the zone is */
  constructor(
    private readonly supply: SupplyColumns,
    private readonly prepared: PreparedNeed,
    private readonly points: ExactPoints,
    private readonly duties: AskedDuties,
    leastCapacity: number,
    private readonly bench: SiftBench,
    room: BitRoom,
  ) {
    const { kernel } = bench;
    this.kernel = kernel;
    const { need, capValue, lastMinute } = prepared;
    const { thresholds, profiles, bits } = supply;
    const { layout, run } = kernel;
    this.mostForPrice = leastOnStep.map((least) =>
      capValue === null ? mostPoints.price : pointsOf('price', priceFitBeside(least, capValue)),
    );
    this.skillBits = need.requiredSkills.map(({ skillCode }) => profiles.having(skillCode).asBits(room.empty));
    this.skillImportance = need.requiredSkills.map(({ importance }) => importance);
    this.skillWeight = this.skillImportance.reduce((sum, importance) => sum + importance, 0);
    const mostForDuties = points.dutiesLacking(0);
    this.mostOfAll =
      mostForDuties +
      mostPoints.skills +
      mostPoints.overlap +
      mostPoints.price +
      mostUnits * standingUnit +
      roundingPoints;

    const speaking = need.requiredLanguages.map(({ language, minLevel }) =>
      profiles.speaking(language, languageLevels.indexOf(minLevel)).asBits(room.empty),
    );
    const asked = [...speaking, ...duties.bits, ...this.skillBits];
    kernel.reserve(layout.asked + asked.length);
    this.streams = this.streamsOf([
      [layout.listed, bits.listed],
      [layout.active, bits.active],
      [layout.conflicting, membersOf(supply, need.excludedAgencyIds, room)],
      [layout.newcomers, bits.newcomers],
      [layout.capable, thresholds.capacity.onStepOf(thresholds.capacityNumber(leastCapacity)) ?? bits.listed],
      ...this.priceLevels(),
      ...thresholds.ofStanding.planes.map((plane, digit) => [layout.standing + digit, plane] as const),
      ...asked.map((set, place) => [layout.asked + place, set] as const),
    ]);
    run.clearCounts();
    const lacks = [
      ...duties.weights.map((weight) => mostForDuties - points.dutiesLacking(weight)),
      ...this.skillImportance.map((importance) => mostPoints.skills - this.mostForSkillsLacking(importance)),
    ];
    // One less, for points are rounded.
    for (const [term, lack] of lacks.entries()) run.setLack(term, Math.max(0, Math.floor((lack - 1) / unit)));

    const { clearedUntil, amountMinor, currency } = supply.columns;
    const highestPrice = supply.prices.highestWithin(need.hourlyRateCap, capValue);
    const clearance = limitIn(thresholds.clearance, thresholds.clearanceNumber(lastMinute));
    const cap = limitIn(thresholds.cheapness, cheapnessOf(capValue));
    this.limits = [
      new HeldLimit(supply, bench, layout.cleared, clearance, (row) => {
        return clearedUntil[row]! >= lastMinute && clearedUntil[row]! >= 0;
      }),
      // Without a rate for the cap nobody keeps it for certain: only prices in its own currency can be compared.
      new HeldLimit(supply, bench, layout.affordable, capValue === null ? unknownLimit : cap, (row) => {
        return amountMinor[row]! <= highestPrice[currency[row]!]!;
      }),
    ];
  }

  /** Holds a block against the filters and counts whom they exclude: each block once, for the counts to be right. */
  winnow(block: number): void {
    const { kernel, prepared, duties, supply } = this;
    const first = block * kernel.layout.slotWords;
    const left = Math.min(supply.words - first, kernel.layout.slotWords);
    const words = vectorWords * Math.ceil(left / vectorWords);
    this.block = { number: block, first, words };
    for (const told of Object.values(this.bench.told)) told.fill(0);
    for (const { slot, blocks } of this.streams) slot.set(blocks[block]!);
    for (const limit of this.limits) limit.hold(this.block);
    kernel.run.winnow(words, prepared.need.requiredLanguages.length, duties.bits.length);
  }

  /** Of the block that was held against the filters last, tells who may reach what is asked, and nobody twice. */
  tell(whom: Whom, asked: Lowest, tell: Tell): void {
    const { kernel, prepared, duties, skillBits } = this;
    const most = this.unitsToLack(asked.lowest);
    const mostOfNewcomers = this.unitsToLack(asked.lowestOfNewcomers);
    if (mostOfNewcomers < 0) return;
    kernel.run.pick(
      this.block.words,
      kernel.layout[whom],
      kernel.layout.asked + prepared.need.requiredLanguages.length,
      duties.bits.length + skillBits.length,
      Math.max(0, most),
      mostOfNewcomers,
    );
    this.through(this.bench.told[whom], asked, tell);
  }

  /** Blocks that everybody is in. */
  get blocks(): number {
    return Math.ceil(this.supply.words / this.kernel.layout.slotWords);
  }

  /** How many failed which one first, in all words that were looked at. */
  excluded(): Map<ExclusionReason, number> {
    const counts = countedFilters.map((reason, place) => [reason, this.kernel.run.countOf(place)] as const);
    return new Map(counts.filter(([, count]) => count > 0));
  }

  private through(told: Int32Array, { lowest, lowestOfNewcomers }: Lowest, tell: Tell): void {
    const { mostForPrice, points, skillBits, skillImportance } = this;
    const { promising, seen } = this.bench;
    const { bits } = this.supply;
    const firstRow = this.block.first << 5;
    const most = mostPoints.overlap + roundingPoints;
    const count = this.glanceAt(told);
    for (let index = 0; index < count; index += 1) {
      const row = promising[index]!;
      let lacked = 0;
      for (let skill = 0; skill < skillBits.length; skill += 1) {
        if (!hasBit(skillBits[skill]!, row)) lacked += skillImportance[skill]!;
      }
      const skills = this.mostForSkillsLacking(lacked);
      const standing = (seen[index]! & 0xff) * standingUnit;
      const bound = most + points.duties(row) + standing + mostForPrice[seen[index]! >>> 8]! + skills;
      const mayBeNew = hasBit(bits.newcomers, row);
      if (bound < (mayBeNew ? lowestOfNewcomers : lowest)) continue;
      setBit(told, row - firstRow, true);
      tell(row, bound, skills, mayBeNew);
    }
  }

  /** Reads what is needed of the promising in a loop that does nothing else, for the waits for memory to overlap. */
  private glanceAt(told: Int32Array): number {
    const { kernel, promising, seen } = this.bench;
    const { glance } = this.supply.columns;
    const { first, words } = this.block;
    const found = kernel.slot(kernel.layout.picked);
    let count = 0;
    for (let word = 0; word < words; word += 1) {
      for (let rows = found[word]! & ~told[word]!; rows !== 0; rows &= rows - 1) {
        const row = ((first + word) << 5) | (31 - Math.clz32(rows & -rows));
        promising[count] = row;
        seen[count] = glance[glanceWidth * row + 1]!;
        count += 1;
      }
    }
    return count;
  }

  /** How many units somebody may lack who is to have so many points. */
  private unitsToLack(points: number): number {
    return Math.max(-1, Math.min(255, Math.floor((this.mostOfAll - points) / unit)));
  }

  private mostForSkillsLacking(importance: number): number {
    return this.skillWeight === 0 ? mostPoints.skills : pointsOf('skills', 1 - importance / this.skillWeight);
  }

  /** Who is on a step whose prices can lack less than so many levels; the dearer come first. */
  private priceLevels(): (readonly [slot: number, bits: Int32Array | null])[] {
    const { layout } = this.kernel;
    const { cheapness } = this.supply.thresholds;
    const { mostForPrice } = this;
    const levels: (readonly [slot: number, bits: Int32Array | null])[] = [];
    for (let level = layout.priceLevels - 1, step = 0; level >= 0; level -= 1) {
      const lacked = (level + 1) * priceLevelUnits * unit;
      while (step < mostForPrice.length && mostForPrice[step]! <= mostPoints.price - lacked) step += 1;
      const bits = step === mostForPrice.length ? null : cheapness.onStepOf(step << priceDigits);
      levels.push([layout.priced + level, bits ?? (step === 0 ? this.supply.bits.listed : null)]);
    }
    return levels;
  }

  /** Null for nobody. */
  private streamsOf(sets: readonly (readonly [slot: number, bits: Int32Array | null])[]): Stream[] {
    const streams: Stream[] = [];
    for (const [number, bits] of sets) {
      const slot = this.kernel.slot(number);
      if (bits === null) slot.fill(0);
      else streams.push({ slot, blocks: this.bench.blocksOf(bits) });
    }
    return streams;
  }
}

/** A set that goes into a slot, block by block. */
interface Stream {
  readonly slot: Int32Array;
  readonly blocks: Blocks;
}

/** Null for nobody. */
function membersOf(supply: SupplyColumns, agencyIds: readonly string[], room: BitRoom): Int32Array | null {
  const agencies = agencyIds.map((agencyId) => supply.agencies.ids.rowOf(agencyId)).filter((agency) => agency >= 0);
  if (agencies.length === 0) return null;
  const members = room.empty();
  for (const agency of agencies) {
    for (const row of supply.agencies.members(agency, supply.columns)) members[row >>> 5]! |= 1 << (row & 31);
  }
  return members;
}
