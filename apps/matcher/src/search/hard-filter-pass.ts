import { askedSkills, type ExclusionReason, languageLevels, type PreparedNeed } from '#domain';
import type { AskedDuties } from './asked-duties.js';
import type { BitmapPool } from './bitmap-pool.js';
import { glanceWidth, hasBit, setBit } from './columns/assistant-columns.js';
import { cheapnessOf } from './columns/price-table.js';
import type { SupplyColumns } from './columns/supply-columns.js';
import type { ExactPoints } from './exact-points.js';
import type { BitmapBlocks, Block, FilterBuffers, FilterOutcome } from './filter-buffers.js';
import { type FilterKernel, vectorWords } from './filter-kernel.js';
import { filterTable, kernelFilters } from './filter-table.js';
import { ScoreBounds } from './score-bounds.js';
import { ThresholdFilter, thresholdIn, unknownThreshold } from './threshold-filter.js';

/** What a total has to reach to be of use; it rises while the search goes on. */
export interface TotalThresholds {
  readonly lowest: number;
  readonly lowestOfNewcomers: number;
}

/** Takes a candidate with the upper bound of its total, how much of that is for skills, and whether it may be a newcomer's. */
export type OnCandidate = (row: number, bound: number, skills: number, mayBeNew: boolean) => void;

/**
 * Applies the hard filters to everybody, block by block, but for those that take a look into a calendar, and generates
 * candidates: rows whose upper bound reaches what a total has to reach. What bitmaps can tell is the kernel's work; each row
 * that it leaves is then bounded more closely by its packed column, its duties and the skills that it has at all.
 */
export class HardFilterPass {
  readonly bounds: ScoreBounds;
  private readonly inputs: readonly KernelInput[];
  private readonly filters: readonly ThresholdFilter[];
  /** Required languages, required skills, and what is asked for besides: duties, and skills at whatever level. */
  private readonly languages: number;
  private readonly skills: number;
  private readonly terms: number;
  private readonly kernel: FilterKernel;
  /** What the filters were applied to last. */
  private block: Block = { number: 0, firstWord: 0, words: 0 };

  /** @param leastCapacity minutes a week: whoever has less is short of them in some week, whatever the zone is */
  constructor(
    private readonly supply: SupplyColumns,
    private readonly prepared: PreparedNeed,
    points: ExactPoints,
    private readonly duties: AskedDuties,
    private readonly leastCapacity: number,
    private readonly buffers: FilterBuffers,
    private readonly pool: BitmapPool,
  ) {
    this.kernel = buffers.kernel;
    const { need } = prepared;
    const { profiles } = supply;
    const { layout, run } = this.kernel;
    const speakers = need.requiredLanguages.map(({ language, minLevel }) =>
      profiles.speaking(language, languageLevels.indexOf(minLevel)).toBitmap(pool.allocate),
    );
    const qualified = need.requiredSkills.map(({ skillCode, minLevel }) =>
      profiles.having(skillCode, minLevel).toBitmap(pool.allocate),
    );
    const skilled = askedSkills(need).map(({ skillCode }) => profiles.having(skillCode, 1).toBitmap(pool.allocate));
    this.bounds = new ScoreBounds(supply, prepared, points, duties, skilled);
    this.languages = speakers.length;
    this.skills = qualified.length;
    this.terms = duties.bitmaps.length + skilled.length;
    this.kernel.reserve(layout.terms + this.languages + this.skills + this.terms);
    this.inputs = this.kernelInputs([...speakers, ...qualified, ...duties.bitmaps, ...skilled]);
    this.filters = this.thresholdFilters();
    run.clearCounts();
    for (const [term, shortfall] of this.bounds.termShortfalls().entries()) run.setShortfall(term, shortfall);
  }

  /** Applies the filters to a block and counts whom they exclude: to each block once, for the counts to be right. */
  applyTo(block: number): void {
    const { kernel, supply } = this;
    const firstWord = block * kernel.layout.slotWords;
    const left = Math.min(supply.words - firstWord, kernel.layout.slotWords);
    const words = vectorWords * Math.ceil(left / vectorWords);
    this.block = { number: block, firstWord, words };
    for (const emitted of Object.values(this.buffers.emitted)) emitted.fill(0);
    for (const { slot, blocks } of this.inputs) slot.set(blocks[block]!);
    for (const filter of this.filters) filter.apply(this.block);
    kernel.run.applyHardFilters(words, this.languages, this.skills, this.duties.bitmaps.length);
  }

  /** Emits the candidates among those of an outcome in the block that the filters were applied to last, and none twice. */
  emitCandidates(outcome: FilterOutcome, thresholds: TotalThresholds, emit: OnCandidate): void {
    const { bounds, kernel } = this;
    const most = bounds.unitsBelowMax(thresholds.lowest);
    const mostOfNewcomers = bounds.unitsBelowMax(thresholds.lowestOfNewcomers);
    if (mostOfNewcomers < 0) return;
    kernel.run.selectCandidates(
      this.block.words,
      kernel.layout[outcome],
      kernel.layout.terms + this.languages + this.skills,
      this.terms,
      Math.max(0, most),
      mostOfNewcomers,
    );
    this.emitSelected(this.buffers.emitted[outcome], thresholds, emit);
  }

  /** Blocks that everybody is in. */
  get blocks(): number {
    return Math.ceil(this.supply.words / this.kernel.layout.slotWords);
  }

  /** How many failed which filter first, in all blocks so far. */
  excluded(): Map<ExclusionReason, number> {
    const counts = kernelFilters.map((reason, place) => [reason, this.kernel.run.countOf(place)] as const);
    return new Map(counts.filter(([, count]) => count > 0));
  }

  private emitSelected(emitted: Int32Array, { lowest, lowestOfNewcomers }: TotalThresholds, emit: OnCandidate): void {
    const { bounds } = this;
    const { candidateRows, candidateGlances } = this.buffers;
    const { newcomers } = this.supply.bits;
    const firstRow = this.block.firstWord << 5;
    const count = this.collectSelected(emitted);
    for (let index = 0; index < count; index += 1) {
      const row = candidateRows[index]!;
      const skills = bounds.skills(row);
      const bound = bounds.total(row, candidateGlances[index]!, skills);
      const mayBeNew = hasBit(newcomers, row);
      if (bound < (mayBeNew ? lowestOfNewcomers : lowest)) continue;
      setBit(emitted, row - firstRow, true);
      emit(row, bound, skills, mayBeNew);
    }
  }

  /** Reads the packed column of those selected in a loop that does nothing else, for the waits for memory to overlap. */
  private collectSelected(emitted: Int32Array): number {
    const { kernel, candidateRows, candidateGlances } = this.buffers;
    const { glance } = this.supply.columns;
    const { firstWord, words } = this.block;
    const selected = kernel.slot(kernel.layout.selected);
    let count = 0;
    for (let word = 0; word < words; word += 1) {
      for (let rows = selected[word]! & ~emitted[word]!; rows !== 0; rows &= rows - 1) {
        const row = ((firstWord + word) << 5) | (31 - Math.clz32(rows & -rows));
        candidateRows[count] = row;
        candidateGlances[count] = glance[glanceWidth * row + 1]!;
        count += 1;
      }
    }
    return count;
  }

  /** @param terms who speaks each language, has each required skill, offers each duty and has each skill at all */
  private kernelInputs(terms: readonly Int32Array[]): KernelInput[] {
    const { layout } = this.kernel;
    const { bits, thresholds } = this.supply;
    const capacity = thresholds.capacity.fromBinOf(thresholds.capacityNumber(this.leastCapacity));
    const bitmaps: readonly (readonly [slot: number, bitmap: Int32Array | null])[] = [
      [layout.listed, bits.listed],
      [layout[filterTable['agency-inactive'].kernelSlot], bits.active],
      [layout[filterTable.conflict.kernelSlot], this.membersOfExcluded()],
      [layout.newcomers, bits.newcomers],
      [layout[filterTable.capacity.kernelSlot], capacity ?? bits.listed],
      ...this.bounds
        .priceLevels(layout.priceLevels)
        .map((bitmap, level) => [layout.priceLevel + level, bitmap] as const),
      ...thresholds.staticScores.slices.map((slice, digit) => [layout.staticScore + digit, slice] as const),
      ...terms.map((bitmap, term) => [layout.terms + term, bitmap] as const),
    ];
    return bitmaps.flatMap(([number, bitmap]) => {
      const slot = this.kernel.slot(number);
      if (bitmap !== null) return [{ slot, blocks: this.buffers.blocksOf(bitmap) }];
      slot.fill(0);
      return [];
    });
  }

  private thresholdFilters(): ThresholdFilter[] {
    const { supply, buffers } = this;
    const { need, capValue, lastMinute } = this.prepared;
    const { layout } = this.kernel;
    const { thresholds } = supply;
    const { clearedUntil, amountMinor, currency } = supply.columns;
    const highestPrice = supply.prices.highestWithin(need.hourlyRateCap, capValue);
    const clearance = thresholdIn(thresholds.clearance, thresholds.clearanceNumber(lastMinute));
    // Without a rate for the cap nobody keeps it for certain: only prices in its own currency can be compared.
    const cap = capValue === null ? unknownThreshold : thresholdIn(thresholds.cheapness, cheapnessOf(capValue));
    return [
      new ThresholdFilter(supply, buffers, layout[filterTable.clearance.kernelSlot], clearance, (row) => {
        return clearedUntil[row]! >= lastMinute && clearedUntil[row]! >= 0;
      }),
      new ThresholdFilter(supply, buffers, layout[filterTable.rate.kernelSlot], cap, (row) => {
        return amountMinor[row]! <= highestPrice[currency[row]!]!;
      }),
    ];
  }

  /** Who works for an agency that the need excludes; null for nobody. */
  private membersOfExcluded(): Int32Array | null {
    const { agencies, columns } = this.supply;
    const excluded = this.prepared.need.excludedAgencyIds
      .map((agencyId) => agencies.ids.rowOf(agencyId))
      .filter((agency) => agency >= 0);
    if (excluded.length === 0) return null;
    const bitmap = this.pool.allocate();
    for (const agency of excluded) {
      for (const row of agencies.members(agency, columns)) setBit(bitmap, row, true);
    }
    return bitmap;
  }
}

/** A bitmap that goes into a slot of the kernel, block by block. */
interface KernelInput {
  readonly slot: Int32Array;
  readonly blocks: BitmapBlocks;
}
