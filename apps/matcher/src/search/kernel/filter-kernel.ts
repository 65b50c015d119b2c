/**
 * The inner loop of the matcher's search, in AssemblyScript: hard filters and upper bounds of scores, for 128 assistants at a
 * time in the vector instructions of WebAssembly. It works on slots. A slot holds one bitmap: the part of it that belongs to
 * one block of assistants, a bit for each of them.
 */

/** Words of 32 assistants in a slot. */
export const slotWords: i32 = 1024;
const slotBytes: i32 = slotWords * 4;
/** Bytes of a vector. */
const step: i32 = 16;

/** The numbers of the slots: first the inputs. */
export const listed: i32 = 0;
/** Of a verified agency. */
export const active: i32 = 1;
/** Of an agency that is in conflict with the business. */
export const conflicting: i32 = 2;
export const newcomers: i32 = 3;
/** Who has the weekly capacity that a need takes at the very least. */
export const withCapacity: i32 = 4;
export const cleared: i32 = 5;
export const affordable: i32 = 6;
/** Whose price is short of fewer levels of the points for price than the slot's place among these, counted from one. */
export const priceLevel: i32 = 7;
export const priceLevels: i32 = 3;
/** The binary digits of the static score, the highest first. */
export const staticScore: i32 = priceLevel + priceLevels;
const staticScoreDigits: i32 = 6;
/** Outputs of `applyHardFilters`: who passes, who fails exactly one filter other than capacity, who fails capacity alone. */
export const passing: i32 = staticScore + staticScoreDigits;
export const failingOne: i32 = passing + 1;
export const shortOfCapacity: i32 = passing + 2;
/**
 * For `compareWithLimit`: who is in a bin above that of the limit, who is in its bin, and the binary digits of each number
 * within its bin, the highest first. Then its output: whose number equals the limit's.
 */
export const higherBins: i32 = passing + 3;
export const sameBin: i32 = higherBins + 1;
export const digits: i32 = higherBins + 2;
const mostDigits: i32 = 8;
export const undecided: i32 = digits + mostDigits;
/** Output of `selectCandidates`: whose upper bound reaches the threshold. */
export const selected: i32 = undecided + 1;
/** Who speaks each required language, has each required skill at its level, offers each duty, and has each skill at all. */
export const terms: i32 = selected + 1;

/** Where the counts of excluded assistants are, by filter, in the order of the filter table (filter-table.ts). */
const countsAt: usize = 1024;
const counted: i32 = 8;
/** How many units of score those without a duty or skill fall short, by its place among them. */
const shortfallsAt: usize = countsAt + 64;
const slotsAt: usize = 8192;

export function slotAt(slot: i32): usize {
  return slotsAt + <usize>(slot * slotBytes);
}

export function countOf(reason: i32): i32 {
  return load<i32>(countsAt + <usize>(reason << 2));
}

export function clearCounts(): void {
  memory.fill(countsAt, 0, counted << 2);
}

export function setShortfall(term: i32, units: i32): void {
  store<i32>(shortfallsAt + <usize>(term << 2), units);
}

function setOf(slot: i32, at: usize): v128 {
  return v128.load(slotsAt + at + <usize>(slot * slotBytes));
}

function put(slot: i32, at: usize, bits: v128): void {
  v128.store(slotsAt + at + <usize>(slot * slotBytes), bits);
}

/** Adds the number of bits to four sums. */
function plusCount(sums: v128, bits: v128): v128 {
  return i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(i8x16.popcnt(bits))));
}

function keepCount(reason: i32, sums: v128): void {
  const sum =
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3);
  store<i32>(countsAt + <usize>(reason << 2), countOf(reason) + sum);
}

/**
 * Compares numbers of a bit-sliced index with a limit. Into a slot goes who is above it: those in `higherBins`, and those in
 * `sameBin` whose digits are a higher number. Those with the same number go to `undecided`.
 * @return whether anybody is undecided
 */
export function compareWithLimit(into: i32, digitCount: i32, limit: i32, words: i32): bool {
  let anybody = i32x4.splat(0);
  const end: usize = words << 2;
  for (let at: usize = 0; at < end; at += step) {
    let higher = setOf(higherBins, at);
    let equal = v128.andnot(setOf(sameBin, at), higher);
    for (let digit = 0; digit < digitCount; digit++) {
      const ones = setOf(digits + digit, at);
      if ((limit >> (digitCount - 1 - digit)) & 1) {
        equal = v128.and(equal, ones);
      } else {
        higher = v128.or(higher, v128.and(equal, ones));
        equal = v128.andnot(equal, ones);
      }
    }
    put(into, at, higher);
    put(undecided, at, equal);
    anybody = v128.or(anybody, equal);
  }
  return v128.any_true(anybody);
}

/** Applies the hard filters to the first words of the slots, in the domain's order, and counts by the first one that fails. */
export function applyHardFilters(words: i32, languages: i32, skills: i32, duties: i32): void {
  const none = i32x4.splat(0);
  const firstSkill = terms + languages;
  const firstDuty = firstSkill + skills;
  let ofInactiveAgency = none;
  let ofConflictingAgency = none;
  let withoutClearance = none;
  let withoutLanguage = none;
  let withoutSkill = none;
  let aboveRate = none;
  let withoutDuty = none;
  let withoutCapacity = none;
  const end: usize = words << 2;
  for (let at: usize = 0; at < end; at += step) {
    const everybody = setOf(listed, at);
    let failing = v128.andnot(everybody, setOf(active, at));
    ofInactiveAgency = plusCount(ofInactiveAgency, failing);
    // Who fails at least one filter, and who fails at least two.
    let failsOne = failing;

    failing = v128.and(everybody, setOf(conflicting, at));
    ofConflictingAgency = plusCount(ofConflictingAgency, v128.andnot(failing, failsOne));
    let failsTwo = v128.and(failsOne, failing);
    failsOne = v128.or(failsOne, failing);

    failing = v128.andnot(everybody, setOf(cleared, at));
    withoutClearance = plusCount(withoutClearance, v128.andnot(failing, failsOne));
    failsTwo = v128.or(failsTwo, v128.and(failsOne, failing));
    failsOne = v128.or(failsOne, failing);

    let qualified = everybody;
    for (let language = 0; language < languages; language++)
      qualified = v128.and(qualified, setOf(terms + language, at));
    failing = v128.andnot(everybody, qualified);
    withoutLanguage = plusCount(withoutLanguage, v128.andnot(failing, failsOne));
    failsTwo = v128.or(failsTwo, v128.and(failsOne, failing));
    failsOne = v128.or(failsOne, failing);

    qualified = everybody;
    for (let skill = 0; skill < skills; skill++) qualified = v128.and(qualified, setOf(firstSkill + skill, at));
    failing = v128.andnot(everybody, qualified);
    withoutSkill = plusCount(withoutSkill, v128.andnot(failing, failsOne));
    failsTwo = v128.or(failsTwo, v128.and(failsOne, failing));
    failsOne = v128.or(failsOne, failing);

    failing = v128.andnot(everybody, setOf(affordable, at));
    aboveRate = plusCount(aboveRate, v128.andnot(failing, failsOne));
    failsTwo = v128.or(failsTwo, v128.and(failsOne, failing));
    failsOne = v128.or(failsOne, failing);

    qualified = none;
    for (let duty = 0; duty < duties; duty++) qualified = v128.or(qualified, setOf(firstDuty + duty, at));
    failing = v128.andnot(everybody, qualified);
    withoutDuty = plusCount(withoutDuty, v128.andnot(failing, failsOne));
    failsTwo = v128.or(failsTwo, v128.and(failsOne, failing));
    failsOne = v128.or(failsOne, failing);

    const isCapable = v128.and(everybody, setOf(withCapacity, at));
    const lacksCapacityAlone = v128.andnot(v128.andnot(everybody, failsOne), isCapable);
    withoutCapacity = plusCount(withoutCapacity, lacksCapacityAlone);
    put(passing, at, v128.andnot(isCapable, failsOne));
    put(failingOne, at, v128.and(isCapable, v128.andnot(failsOne, failsTwo)));
    put(shortOfCapacity, at, lacksCapacityAlone);
  }
  keepCount(0, ofInactiveAgency);
  keepCount(1, ofConflictingAgency);
  keepCount(2, withoutClearance);
  keepCount(3, withoutLanguage);
  keepCount(4, withoutSkill);
  keepCount(5, aboveRate);
  keepCount(6, withoutDuty);
  keepCount(7, withoutCapacity);
}

/**
 * Generates candidates: of a set, those whose score can fall short of the highest possible one by so many units at most. What
 * somebody falls short is summed up in bit-sliced form, all 128 at once. Each part is rounded down, so nobody is left out
 * whose exact score would reach the threshold.
 * @param from the slot of the set
 * @param firstTerm the slot of the first duty; the others and the skills come behind it
 * @param most 0 to 255, by how many units ordinary assistants may fall short, and newcomers
 */
export function selectCandidates(
  words: i32,
  from: i32,
  firstTerm: i32,
  termCount: i32,
  most: i32,
  mostOfNewcomers: i32,
): void {
  const none = i32x4.splat(0);
  const end: usize = words << 2;
  for (let at: usize = 0; at < end; at += step) {
    const those = setOf(from, at);
    if (!v128.any_true(those)) {
      put(selected, at, none);
      continue;
    }

    // By how much each falls short, in binary. For the static score that is the complement of its digits.
    let l5 = v128.not(setOf(staticScore, at));
    let l4 = v128.not(setOf(staticScore + 1, at));
    let l3 = v128.not(setOf(staticScore + 2, at));
    let l2 = v128.not(setOf(staticScore + 3, at));
    let l1 = v128.not(setOf(staticScore + 4, at));
    let l0 = v128.not(setOf(staticScore + 5, at));

    // Whoever is short of a level of price is short of those before it, and each is eight units.
    const p2 = setOf(priceLevel + 1, at);
    let own = v128.or(v128.andnot(p2, setOf(priceLevel, at)), v128.not(setOf(priceLevel + 2, at)));
    let carry = v128.and(l3, own);
    l3 = v128.xor(l3, own);
    own = v128.not(p2);
    let over = carried(l4, own, carry);
    l4 = v128.xor(v128.xor(l4, own), carry);
    let l6 = v128.and(l5, over);
    l5 = v128.xor(l5, over);
    let l7 = none;

    for (let term = 0; term < termCount; term++) {
      const lacking = v128.not(setOf(firstTerm + term, at));
      const units = load<i32>(shortfallsAt + <usize>(term << 2));
      own = units & 1 ? lacking : none;
      carry = v128.and(l0, own);
      l0 = v128.xor(l0, own);
      own = units & 2 ? lacking : none;
      over = carried(l1, own, carry);
      l1 = v128.xor(v128.xor(l1, own), carry);
      own = units & 4 ? lacking : none;
      carry = carried(l2, own, over);
      l2 = v128.xor(v128.xor(l2, own), over);
      own = units & 8 ? lacking : none;
      over = carried(l3, own, carry);
      l3 = v128.xor(v128.xor(l3, own), carry);
      own = units & 16 ? lacking : none;
      carry = carried(l4, own, over);
      l4 = v128.xor(v128.xor(l4, own), over);
      own = units & 32 ? lacking : none;
      over = carried(l5, own, carry);
      l5 = v128.xor(v128.xor(l5, own), carry);
      own = units & 64 ? lacking : none;
      carry = carried(l6, own, over);
      l6 = v128.xor(v128.xor(l6, own), over);
      l7 = v128.xor(l7, carry);
    }

    const enough = v128.bitselect(
      within(mostOfNewcomers, l0, l1, l2, l3, l4, l5, l6, l7),
      within(most, l0, l1, l2, l3, l4, l5, l6, l7),
      setOf(newcomers, at),
    );
    put(selected, at, v128.and(those, enough));
  }
}

/** What an addition of three digits carries to the next one. */
function carried(one: v128, other: v128, carry: v128): v128 {
  return v128.or(v128.and(one, other), v128.and(v128.xor(one, other), carry));
}

/** Whose digits, the lowest first, are at most a number. */
function within(most: i32, l0: v128, l1: v128, l2: v128, l3: v128, l4: v128, l5: v128, l6: v128, l7: v128): v128 {
  let is = i32x4.splat(-1);
  is = noMore(most, l0, is);
  is = noMore(most >> 1, l1, is);
  is = noMore(most >> 2, l2, is);
  is = noMore(most >> 3, l3, is);
  is = noMore(most >> 4, l4, is);
  is = noMore(most >> 5, l5, is);
  is = noMore(most >> 6, l6, is);
  return noMore(most >> 7, l7, is);
}

function noMore(most: i32, digit: v128, below: v128): v128 {
  return most & 1 ? v128.or(v128.not(digit), below) : v128.andnot(below, digit);
}
