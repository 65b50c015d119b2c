import { type ExclusionReason, languageLevels, type PreparedNeed } from '#domain';
import { bitCount } from '../../supply/columns/posting.js';
import { cheapnessOf } from '../../supply/columns/price-table.js';
import type { SupplyColumns } from '../../supply/columns/supply-columns.js';
import type { StepBits } from '../../supply/columns/step-bits.js';
import type { BitRoom } from './bit-room.js';
import type { DutyClasses } from './duty-classes.js';

/** So many words of 32 rows are looked at together. */
export const blockWords = 64;

/** The hard filters that take no look into a calendar, in the domain's order. */
const bitFilters = [
  'agency-inactive',
  'conflict',
  'clearance',
  'language',
  'rate',
  'duties',
] as const satisfies readonly ExclusionReason[];

/** Holds everybody against the hard filters that bits can tell, 32 assistants at a time. */
export class HardFilters {
  /** Of the block that was looked at last: who passes all of them, and who fails exactly one. */
  readonly passing = new Int32Array(blockWords);
  readonly failingOne = new Int32Array(blockWords);
  private readonly failedFirst = new Int32Array(bitFilters.length);
  private readonly inConflict: Int32Array | null;
  private readonly speaking: readonly Int32Array[];
  private readonly clearance: Limit;
  private readonly cap: Limit;
  /** By the number of each currency. */
  private readonly highestPrice: Float64Array;

  constructor(
    private readonly supply: SupplyColumns,
    private readonly prepared: PreparedNeed,
    private readonly classes: DutyClasses,
    room: BitRoom,
  ) {
    const { need, capValue, lastMinute } = prepared;
    const { thresholds } = supply;
    this.inConflict = membersOf(supply, need.excludedAgencyIds, room);
    this.speaking = need.requiredLanguages.map(({ language, minLevel }) =>
      supply.profiles.speaking(language, languageLevels.indexOf(minLevel)).asBits(room.empty),
    );
    this.clearance = limitIn(thresholds.clearance, thresholds.clearanceNumber(lastMinute), supply, room);
    this.cap = limitIn(thresholds.cheapness, cheapnessOf(capValue), supply, room);
    // Without a rate for the cap nobody keeps it for certain: only prices in its own currency can be compared.
    if (capValue === null) this.cap = { ...this.cap, above: room.empty() };
    this.highestPrice = supply.prices.highestWithin(need.hourlyRateCap, capValue);
  }

  look(first: number, end: number): void {
    const { failedFirst, inConflict, speaking, classes, passing, failingOne } = this;
    const { listed, active } = this.supply.bits;
    const { clearance, cap } = this;
    let [inactive, conflicting, uncleared, silent, tooDear, idle] = [0, 0, 0, 0, 0, 0];
    for (let word = first; word < end; word += 1) {
      const everybody = listed[word]!;
      let ones = everybody & ~active[word]!;
      let twos = 0;
      inactive += bitCount(ones);
      if (inConflict !== null) {
        const failing = everybody & inConflict[word]!;
        conflicting += bitCount(failing & ~ones);
        twos = ones & failing;
        ones |= failing;
      }
      let failing = everybody & ~clearance.above[word]!;
      let near = failing & clearance.on[word]!;
      if (near !== 0) failing &= ~this.cleared(word, near);
      uncleared += bitCount(failing & ~ones);
      twos |= ones & failing;
      ones |= failing;
      failing = everybody;
      for (let language = 0; language < speaking.length; language += 1) failing &= speaking[language]![word]!;
      failing = everybody & ~failing;
      silent += bitCount(failing & ~ones);
      twos |= ones & failing;
      ones |= failing;
      // Whoever fails two already is out, whatever the price is.
      failing = everybody & ~twos & ~cap.above[word]!;
      near = failing & cap.on[word]!;
      if (near !== 0) failing &= ~this.affordable(word, near);
      tooDear += bitCount(failing & ~ones);
      twos |= ones & failing;
      ones |= failing;
      failing = everybody & ~classes.offering(word);
      idle += bitCount(failing & ~ones);
      twos |= ones & failing;
      ones |= failing;
      passing[word - first] = everybody & ~ones;
      failingOne[word - first] = ones & ~twos;
    }
    for (const [filter, count] of [inactive, conflicting, uncleared, silent, tooDear, idle].entries()) {
      failedFirst[filter]! += count;
    }
  }

  /** How many failed which one first, in all words that were looked at. */
  get excluded(): Map<ExclusionReason, number> {
    const counts = bitFilters.map((reason, filter) => [reason, this.failedFirst[filter]!] as const);
    return new Map(counts.filter(([, count]) => count > 0));
  }

  private cleared(word: number, rows: number): number {
    const { steps, number } = this.clearance;
    const { clearedUntil } = this.supply.columns;
    const { lastMinute } = this.prepared;
    let cleared = steps.beyond(word, rows, number);
    for (let open = steps.equal; open !== 0; open &= open - 1) {
      const bit = 31 - Math.clz32(open & -open);
      const until = clearedUntil[(word << 5) | bit]!;
      if (until >= lastMinute && until >= 0) cleared |= 1 << bit;
    }
    return cleared;
  }

  private affordable(word: number, rows: number): number {
    const { steps, number } = this.cap;
    const { amountMinor, currency } = this.supply.columns;
    const inEuros = this.prepared.capValue !== null;
    let affordable = inEuros ? steps.beyond(word, rows, number) : 0;
    for (let open = inEuros ? steps.equal : rows; open !== 0; open &= open - 1) {
      const bit = 31 - Math.clz32(open & -open);
      const row = (word << 5) | bit;
      if (amountMinor[row]! <= this.highestPrice[currency[row]!]!) affordable |= 1 << bit;
    }
    return affordable;
  }
}

/** A number that is asked for, who has more for certain, and who has to be held against it more closely. */
interface Limit {
  readonly steps: StepBits;
  readonly number: number;
  readonly above: Int32Array;
  readonly on: Int32Array;
}

function limitIn(steps: StepBits, number: number, supply: SupplyColumns, room: BitRoom): Limit {
  const above = steps.aboveStepOf(number) ?? room.empty();
  return { steps, number, above, on: steps.onStepOf(number) ?? supply.bits.listed };
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
