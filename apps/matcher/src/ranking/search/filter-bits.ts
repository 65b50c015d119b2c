import { type ExclusionReason, languageLevels, type PreparedNeed } from '#domain';
import { bitCount } from '../../supply/columns/posting.js';
import { priceClasses, priceLimits } from '../../supply/columns/price-table.js';
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
  const step = Math.max(0, Math.ceil((lastMinute - supply.clearanceBase) / clearanceStepMinutes));
  const surely = supply.clearedFor.reaching(Math.min(step, supply.clearedFor.steps));
  const perhaps =
    step === 0 ? supply.bits.listed : supply.clearedFor.reaching(Math.min(step, supply.clearedFor.steps) - 1);
  return decided(
    supply.words,
    surely,
    perhaps,
    room,
    (row) => clearedUntil[row]! >= 0 && clearedUntil[row]! >= lastMinute,
  );
}

function withinCap(supply: SupplyColumns, { need, capValue }: PreparedNeed, room: BitRoom): Uint32Array {
  const cap = need.hourlyRateCap;
  const { amountMinor, currency, glance } = supply.columns;
  const { prices } = supply;
  const own = prices.currencies.numberOf(cap.currency) ?? -1;
  const keeps = (row: number): boolean => {
    const price = glance[row]! >>> 8;
    if (price > 0 && capValue !== null && priceClasses[price]! > capValue) return false;
    if (currency[row] === own) return amountMinor[row]! <= cap.amountMinor;
    if (price > 0 && capValue !== null && (priceClasses[price + 1] ?? Infinity) < capValue) return true;
    const value = prices.value(amountMinor[row]!, currency[row]!);
    return value !== null && capValue !== null && value <= capValue;
  };
  if (capValue === null) return decided(supply.words, null, supply.bits.listed, room, keeps);
  // A limit that equals the cap is left to be looked at: prices in the cap's own currency are compared in it.
  const within = priceLimits.findIndex((limit) => limit < capValue);
  const step = within < 0 ? priceLimits.length : within;
  const perhaps = step === 0 ? supply.bits.listed : supply.withinPrice.reaching(step - 1);
  return decided(supply.words, supply.withinPrice.reaching(step), perhaps, room, keeps);
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

/** All of `surely`, and those of `perhaps` who pass when they are looked at. */
function decided(
  words: number,
  surely: Uint32Array | null,
  perhaps: Uint32Array | null,
  room: BitRoom,
  passes: (row: number) => boolean,
): Uint32Array {
  const all = room.take();
  if (surely !== null) all.set(surely.subarray(0, words));
  if (perhaps === null) return all;
  for (let word = 0; word < words; word += 1) {
    for (let open = perhaps[word]! & ~all[word]!; open !== 0; open &= open - 1) {
      const bit = 31 - Math.clz32(open & -open);
      if (passes((word << 5) | bit)) all[word]! |= 1 << bit;
    }
  }
  return all;
}
