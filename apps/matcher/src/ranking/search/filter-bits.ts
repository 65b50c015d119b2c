import { type ExclusionReason, languageLevels, type PreparedNeed } from '#domain';
import { bitCount } from '../../supply/columns/posting.js';
import { priceClassOf, priceLimits } from '../../supply/columns/price-table.js';
import { clearanceStepMinutes, type SupplyColumns } from '../../supply/columns/supply-columns.js';
import type { BitRoom } from './bit-room.js';

/** The hard filters that take no look into a calendar, in the domain's order. */
export const bitFilters = [
  'agency-inactive',
  'conflict',
  'clearance',
  'language',
  'rate',
  'duties',
] as const satisfies readonly ExclusionReason[];

export interface Filtered {
  /** Who passes all of them. */
  readonly passing: Uint32Array;
  /** Who fails exactly one. */
  readonly failingOne: Uint32Array;
  /** How many fail which one first. */
  readonly excluded: ReadonlyMap<ExclusionReason, number>;
}

/** Holds everybody against the hard filters that bits can tell, 32 assistants at a time. */
export function filterByBits(
  supply: SupplyColumns,
  prepared: PreparedNeed,
  duties: readonly Uint32Array[],
  room: BitRoom,
): Filtered {
  const { words } = supply;
  const { listed, active } = supply.bits;
  const excludedAgencies = ofAgencies(supply, prepared.need.excludedAgencyIds, room);
  const cleared = clearedFor(supply, prepared.lastMinute, room);
  const spoken = speaking(supply, prepared, room);
  const affordable = withinCap(supply, prepared, room);
  const offered = anyOf(duties, words, room);
  const [passing, failingOne] = [room.take(), room.take()];
  const counts = new Int32Array(bitFilters.length);
  for (let word = 0; word < words; word += 1) {
    const everybody = listed[word]!;
    if (everybody === 0) continue;
    const inactive = everybody & ~active[word]!;
    const inConflict = everybody & excludedAgencies[word]!;
    const uncleared = everybody & ~cleared[word]!;
    const silent = everybody & ~spoken[word]!;
    const tooDear = everybody & ~affordable[word]!;
    const idle = everybody & ~offered[word]!;
    let ones = inactive;
    if (inactive !== 0) counts[0]! += bitCount(inactive);
    let twos = ones & inConflict;
    if (inConflict !== 0) counts[1]! += bitCount(inConflict & ~ones);
    ones |= inConflict;
    twos |= ones & uncleared;
    counts[2]! += bitCount(uncleared & ~ones);
    ones |= uncleared;
    twos |= ones & silent;
    counts[3]! += bitCount(silent & ~ones);
    ones |= silent;
    twos |= ones & tooDear;
    counts[4]! += bitCount(tooDear & ~ones);
    ones |= tooDear;
    twos |= ones & idle;
    counts[5]! += bitCount(idle & ~ones);
    ones |= idle;
    passing[word] = everybody & ~ones;
    failingOne[word] = ones & ~twos;
  }
  const failed = bitFilters.flatMap((reason, filter) =>
    counts[filter] === 0 ? [] : [[reason, counts[filter]!] as const],
  );
  return { passing, failingOne, excluded: new Map(failed) };
}

function ofAgencies(supply: SupplyColumns, agencyIds: readonly string[], room: BitRoom): Uint32Array {
  const members = room.take();
  for (const agencyId of agencyIds) {
    const agency = supply.agencies.ids.rowOf(agencyId);
    if (agency < 0) continue;
    for (const row of supply.agencies.members(agency, supply.columns)) members[row >>> 5]! |= 1 << (row & 31);
  }
  return members;
}

function clearedFor(supply: SupplyColumns, lastMinute: number, room: BitRoom): Uint32Array {
  const { clearedUntil } = supply.columns;
  const { steps } = supply.clearedFor;
  const step = Math.min(steps, Math.max(0, Math.ceil((lastMinute - supply.clearanceBase) / clearanceStepMinutes)));
  const all = copied(supply.clearedFor.reaching(step), supply.words, room);
  const perhaps = step === 0 ? supply.bits.listed : supply.clearedFor.reaching(step - 1)!;
  for (let word = 0; word < supply.words; word += 1) {
    for (let open = perhaps[word]! & ~all[word]!; open !== 0; open &= open - 1) {
      const bit = 31 - Math.clz32(open & -open);
      const until = clearedUntil[(word << 5) | bit]!;
      if (until >= lastMinute && until >= 0) all[word]! |= 1 << bit;
    }
  }
  return all;
}

function withinCap(supply: SupplyColumns, { need, capValue }: PreparedNeed, room: BitRoom): Uint32Array {
  const cap = need.hourlyRateCap;
  const { prices, columns, words } = supply;
  const { amountMinor, currency, glance } = columns;
  const own = prices.currencies.numberOf(cap.currency) ?? -1;
  // A limit that equals the cap is left to be looked at: prices in the cap's own currency are compared in it.
  const within = capValue === null ? -1 : priceLimits.findIndex((limit) => limit < capValue);
  const step = within < 0 ? priceLimits.length : within;
  const all = copied(capValue === null ? null : supply.withinPrice.reaching(step), words, room);
  const perhaps = capValue === null || step === 0 ? supply.bits.listed : supply.withinPrice.reaching(step - 1)!;
  const capClass = priceClassOf(capValue);
  for (let word = 0; word < words; word += 1) {
    for (let open = perhaps[word]! & ~all[word]!; open !== 0; open &= open - 1) {
      const bit = 31 - Math.clz32(open & -open);
      const row = (word << 5) | bit;
      const price = glance[row]! >>> 8;
      // Of two prices in different classes the higher class is dearer; only the same class has to be compared to the cent.
      let keeps = price < capClass;
      if (price === capClass || price === 0 || capClass === 0) {
        keeps =
          currency[row] === own
            ? amountMinor[row]! <= cap.amountMinor
            : (prices.value(amountMinor[row]!, currency[row]!) ?? Infinity) <= (capValue ?? -Infinity);
      }
      if (keeps) all[word]! |= 1 << bit;
    }
  }
  return all;
}

function copied(bits: Uint32Array | null, words: number, room: BitRoom): Uint32Array {
  const copy = room.take();
  if (bits !== null) copy.set(bits.subarray(0, words));
  return copy;
}

function speaking(supply: SupplyColumns, { need }: PreparedNeed, room: BitRoom): Uint32Array {
  const all = room.take().fill(0xffffffff);
  for (const { language, minLevel } of need.requiredLanguages) {
    const posting = supply.profiles.speaking(language, languageLevels.indexOf(minLevel));
    const bits = posting.asBits(posting.isList ? room.take() : all);
    for (let word = 0; word < supply.words; word += 1) all[word]! &= bits[word]!;
  }
  return all;
}

function anyOf(sets: readonly Uint32Array[], words: number, room: BitRoom): Uint32Array {
  const any = room.take();
  for (const set of sets) for (let word = 0; word < words; word += 1) any[word]! |= set[word]!;
  return any;
}
