import { type ExclusionReason, languageLevels, type PreparedNeed } from '#domain';
import { bitCount } from '../../supply/columns/posting.js';
import { priceLimits } from '../../supply/columns/price-table.js';
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
  /** Who is cleared and who keeps the cap for certain, and who may as well. */
  private readonly cleared: Sides;
  private readonly affordable: Sides;
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
    this.cleared = this.sidesOf(thresholds.clearedFor, thresholds.clearanceStep(lastMinute) + 1, room);
    // A limit that equals the cap is left to be looked at: prices in the cap's own currency are compared in it.
    const within = priceLimits.findIndex((limit) => limit < (capValue ?? Infinity));
    const step = capValue === null ? 0 : within < 0 ? priceLimits.length : within;
    this.affordable = this.sidesOf(thresholds.withinPrice, step, room);
    if (capValue === null) this.affordable = { ...this.affordable, certain: room.empty() };
    this.highestPrice = supply.prices.highestWithin(need.hourlyRateCap, capValue);
  }

  look(first: number, end: number): void {
    const { failedFirst, inConflict, speaking, classes, passing, failingOne } = this;
    const { listed, active } = this.supply.bits;
    const { certain: cleared, perhaps: perhapsCleared } = this.cleared;
    const { certain: affordable, perhaps: perhapsAffordable } = this.affordable;
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
      let failing = everybody & ~cleared[word]!;
      if ((failing & perhapsCleared[word]!) !== 0) failing &= ~this.clearedOf(word, failing & perhapsCleared[word]!);
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
      failing = everybody & ~twos & ~affordable[word]!;
      if ((failing & perhapsAffordable[word]!) !== 0) {
        failing &= ~this.affordableOf(word, failing & perhapsAffordable[word]!);
      }
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

  private sidesOf(steps: StepBits, certain: number, room: BitRoom): Sides {
    return {
      certain: steps.reaching(certain) ?? room.empty(),
      perhaps: steps.reaching(certain - 1) ?? this.supply.bits.listed,
    };
  }

  private clearedOf(word: number, rows: number): number {
    const { clearedUntil } = this.supply.columns;
    const { lastMinute } = this.prepared;
    let cleared = 0;
    for (let open = rows; open !== 0; open &= open - 1) {
      const bit = 31 - Math.clz32(open & -open);
      const until = clearedUntil[(word << 5) | bit]!;
      if (until >= lastMinute && until >= 0) cleared |= 1 << bit;
    }
    return cleared;
  }

  private affordableOf(word: number, rows: number): number {
    const { amountMinor, currency } = this.supply.columns;
    let affordable = 0;
    for (let open = rows; open !== 0; open &= open - 1) {
      const bit = 31 - Math.clz32(open & -open);
      const row = (word << 5) | bit;
      if (amountMinor[row]! <= this.highestPrice[currency[row]!]!) affordable |= 1 << bit;
    }
    return affordable;
  }
}

interface Sides {
  readonly certain: Int32Array;
  readonly perhaps: Int32Array;
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
