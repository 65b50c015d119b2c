import { type ExclusionReason, languageLevels, pointsOf, type PreparedNeed, priceFitBeside } from '#domain';
import { glanceWidth, hasBit, setBit } from '../../supply/columns/assistant-columns.js';
import { cheapnessOf, leastOnStep, priceDigits } from '../../supply/columns/price-table.js';
import { mostUnits, standingStep, standingUnit } from '../../supply/columns/standing.js';
import type { StepBits } from '../../supply/columns/step-bits.js';
import type { SupplyColumns } from '../../supply/columns/supply-columns.js';
import type { AskedDuties } from './asked-duties.js';
import type { BitRoom } from './bit-room.js';
import { type ExactPoints, mostPoints } from './exact-points.js';
import { SiftKernel, vectorWords } from './sift-kernel.js';

/** What a total has to reach to be of use; it rises while the search goes on. */
export interface Lowest {
  readonly lowest: number;
  readonly lowestOfNewcomers: number;
}
/** Who passes all filters, who fails exactly one, and who has too little capacity and nothing else. */
export type Whom = 'passing' | 'failingOne' | 'starved';

/** Hears of a row with the most that it can have, how much of that is for skills, and the least that it is asked for. */
export type Tell = (row: number, bound: number, skills: number, lowest: number) => void;

/** The hard filters that take no look into a calendar, in the domain's order, and the one that most often can do without. */
const countedFilters = [
  'agency-inactive',
  'conflict',
  'clearance',
  'language',
  'rate',
  'duties',
  'capacity',
] as const satisfies readonly ExclusionReason[];

/** Points of a unit in which the kernel adds up what is lacked: all that can be lacked is less than 256 of them. */
const unit = standingStep * standingUnit;
/** And so many units each level of price stands for. */
const priceLevelUnits = 4;
/** Bounds are added up in another order than the points themselves, so they may differ in the last digits. */
const roundingPoints = 4;

/** What a sift works with, kept for the next one. */
export class SiftBench {
  readonly kernel = new SiftKernel();
  /** Who of a block was told of. */
  readonly told: Readonly<Record<Whom, Int32Array>> = {
    passing: this.aBlock(),
    failingOne: this.aBlock(),
    starved: this.aBlock(),
  };
  /** Rows of a block, and what is seen of each at a glance. */
  readonly promising = new Int32Array(32 * this.kernel.layout.slotWords);
  readonly seen = new Int32Array(32 * this.kernel.layout.slotWords);

  private readonly blocks = new WeakMap<Int32Array, readonly Int32Array[]>();

  /** A set cut into blocks: views that are kept as long as it is, for making them anew is work for the garbage collector. */
  blocksOf(bits: Int32Array): readonly Int32Array[] {
    const known = this.blocks.get(bits);
    if (known !== undefined) return known;
    const { slotWords } = this.kernel.layout;
    const blocks = Array.from({ length: Math.ceil(bits.length / slotWords) }, (_, block) =>
      bits.subarray(block * slotWords, (block + 1) * slotWords),
    );
    this.blocks.set(bits, blocks);
    return blocks;
  }

  private aBlock(): Int32Array {
    return new Int32Array(this.kernel.layout.slotWords);
  }
}

/**
 * Holds everybody against the hard filters that take no look into a calendar, and tells of those who can still reach what is asked
 * by all that is known at a glance. What sets of bits can tell is the kernel's; then each row that is left is looked at
 * for two bytes, its duties and the skills that it has at all.
 */
export class Sift {
  private readonly streams: readonly Stream[];
  private readonly clearance: Limit;
  private readonly cap: Limit;
  /** The most that a price on each step gives. */
  private readonly mostForPrice: Float64Array;
  private readonly skillBits: readonly Int32Array[];
  /** The most that anybody can have for everything. */
  readonly mostOfAll: number;
  private readonly skillImportance: readonly number[];
  private readonly skillWeight: number;
  /** What was held against the filters last. */
  private block = { number: 0, first: 0, words: 0 };
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
    this.clearance = {
      into: layout.cleared,
      ...this.limitOf(thresholds.clearance, thresholds.clearanceNumber(lastMinute)),
      holds: (row) => clearedUntil[row]! >= lastMinute && clearedUntil[row]! >= 0,
    };
    const highestPrice = supply.prices.highestWithin(need.hourlyRateCap, capValue);
    this.cap = {
      into: layout.affordable,
      ...this.limitOf(thresholds.cheapness, cheapnessOf(capValue)),
      // Without a rate for the cap nobody keeps it for certain: only prices in its own currency can be compared.
      ...(capValue === null && { above: null, digits: [] }),
      holds: (row) => amountMinor[row]! <= highestPrice[currency[row]!]!,
    };
  }

  /** Holds a block against the filters and counts whom they exclude: each block once, for the counts to be right. */
  filter(block: number): void {
    const { kernel, prepared, duties, supply } = this;
    const first = block * kernel.layout.slotWords;
    const left = Math.min(supply.words - first, kernel.layout.slotWords);
    const words = vectorWords * Math.ceil(left / vectorWords);
    this.block = { number: block, first, words };
    for (const told of Object.values(this.bench.told)) told.fill(0);
    for (const { slot, blocks } of this.streams) slot.set(blocks[block]!);
    this.hold(this.clearance);
    this.hold(this.cap);
    kernel.run.filter(words, prepared.need.requiredLanguages.length, duties.bits.length);
  }

  /** Of the block that was held against the filters last, tells who may reach what is asked, and nobody twice. */
  tell(whom: Whom, asked: Lowest, tell: Tell): void {
    const { kernel, prepared, duties, skillBits } = this;
    const most = this.unitsToLack(asked.lowest);
    const mostOfNewcomers = this.unitsToLack(asked.lowestOfNewcomers);
    if (mostOfNewcomers < 0) return;
    kernel.run.promise(
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
    const counts = countedFilters.map((reason, filter) => [reason, this.kernel.run.countOf(filter)] as const);
    return new Map(counts.filter(([, count]) => count > 0));
  }

  /** Finds who is above a limit, by the sets that are kept and, for the few whose number it is, by their own values. */
  private hold({ into, number, above, onLimit, digits, holds }: Limit): void {
    const { kernel } = this;
    const { layout } = kernel;
    const { number: block, first, words } = this.block;
    if (above === null) kernel.slot(layout.above).fill(0);
    else kernel.slot(layout.above).set(above[block]!);
    kernel.slot(layout.onLimit).set(onLimit[block]!);
    for (let digit = 0; digit < digits.length; digit += 1)
      kernel.slot(layout.digits + digit).set(digits[digit]![block]!);
    if (!kernel.run.reach(into, digits.length, number, words)) return;
    const [open, reached] = [kernel.slot(layout.open), kernel.slot(into)];
    for (let word = 0; word < words; word += 1) {
      for (let rows = open[word]!; rows !== 0; rows &= rows - 1) {
        const bit = 31 - Math.clz32(rows & -rows);
        if (holds(((first + word) << 5) | bit)) reached[word]! |= 1 << bit;
      }
    }
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
      const least = hasBit(bits.newcomers, row) ? lowestOfNewcomers : lowest;
      if (bound < least) continue;
      setBit(told, row - firstRow, true);
      tell(row, bound, skills, least);
    }
  }

  /** Reads what is needed of the promising in a loop that does nothing else, for the waits for memory to overlap. */
  private glanceAt(told: Int32Array): number {
    const { kernel, promising, seen } = this.bench;
    const { glance } = this.supply.columns;
    const { first, words } = this.block;
    const found = kernel.slot(kernel.layout.promising);
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

  private limitOf(steps: StepBits, number: number): Pick<Limit, 'number' | 'above' | 'onLimit' | 'digits'> {
    const { bench, supply } = this;
    const above = steps.aboveStepOf(number);
    return {
      number,
      above: above === null ? null : bench.blocksOf(above),
      onLimit: bench.blocksOf(steps.onStepOf(number) ?? supply.bits.listed),
      digits: steps.planes.map((plane) => bench.blocksOf(plane)),
    };
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

type Blocks = readonly Int32Array[];

/** A set that goes into a slot, block by block. */
interface Stream {
  readonly slot: Int32Array;
  readonly blocks: Blocks;
}

/** A number that is asked for, who has more for certain (null: nobody), and who may have it. */
interface Limit {
  readonly into: number;
  readonly number: number;
  readonly above: Blocks | null;
  readonly onLimit: Blocks;
  readonly digits: readonly Blocks[];
  /** Whether somebody whose number is the limit itself is above it. */
  readonly holds: (row: number) => boolean;
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
