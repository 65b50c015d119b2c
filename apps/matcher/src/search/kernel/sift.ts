/**
 * The inner loop of the matcher's search, in AssemblyScript: the same few questions about everybody, put to 128 assistants at
 * a time in the vector instructions of WebAssembly. It works on slots, which hold the words of one set of assistants within a
 * block, a bit for each assistant.
 */

/** Words of 32 assistants in a slot. */
export const slotWords: i32 = 1024;
const slotBytes: i32 = slotWords * 4;
/** Bytes of a vector. */
const step: i32 = 16;

/** The numbers of the slots, what comes in first. */
export const listed: i32 = 0;
/** Of a verified agency. */
export const active: i32 = 1;
/** Of an agency that is in conflict with the business. */
export const conflicting: i32 = 2;
export const newcomers: i32 = 3;
/** Who has the weekly capacity that a need asks for at the very least. */
export const capable: i32 = 4;
export const cleared: i32 = 5;
export const affordable: i32 = 6;
/** Whose price lacks fewer levels than the slot's place among them, counted from one, of all the points for price. */
export const priced: i32 = 7;
export const priceLevels: i32 = 3;
/** The digits of the points for standing, the highest first. */
export const standing: i32 = priced + priceLevels;
const standingDigits: i32 = 6;
/** What `winnow` finds: who passes, who fails in one thing but capacity, and who in nothing but capacity. */
export const passing: i32 = standing + standingDigits;
export const failingOne: i32 = passing + 1;
export const starved: i32 = passing + 2;
/** Two sets to hold against a limit, then the digits of the numbers, the highest first, and whose number is the limit. */
export const above: i32 = passing + 3;
export const onLimit: i32 = above + 1;
export const digits: i32 = above + 2;
const mostDigits: i32 = 8;
export const open: i32 = digits + mostDigits;
/** Who of a set is promising, which is what `pick` finds. */
export const picked: i32 = open + 1;
/** Speakers of each language, then those who offer each duty and have each skill. */
export const asked: i32 = picked + 1;

/** Where the counts of the hard filters that bits can tell are, in the order of the domain. */
const countsAt: usize = 1024;
const counted: i32 = 7;
/** How many units are lacked by those who don't have a duty or a skill, by their order. */
const lacksAt: usize = countsAt + 64;
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

export function setLack(term: i32, units: i32): void {
  store<i32>(lacksAt + <usize>(term << 2), units);
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
 * Puts into a slot who is above a limit: those in `above`, and of those in `onLimit` whose digits are a higher number. Who
 * has the same number goes to `open`. Says whether there is anybody.
 */
export function reach(into: i32, digitCount: i32, limit: i32, words: i32): bool {
  let anybody = i32x4.splat(0);
  const end: usize = words << 2;
  for (let at: usize = 0; at < end; at += step) {
    let higher = setOf(above, at);
    let equal = v128.andnot(setOf(onLimit, at), higher);
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
    put(open, at, equal);
    anybody = v128.or(anybody, equal);
  }
  return v128.any_true(anybody);
}

/**
 * Holds the first words of the slots against the hard filters, one after the other in the domain's order, and counts who fails
 * which one first.
 */
export function winnow(words: i32, languages: i32, duties: i32): void {
  const none = i32x4.splat(0);
  const firstDuty = asked + languages;
  let inactive = none;
  let inConflict = none;
  let uncleared = none;
  let silent = none;
  let tooDear = none;
  let idle = none;
  let incapable = none;
  const end: usize = words << 2;
  for (let at: usize = 0; at < end; at += step) {
    const everybody = setOf(listed, at);
    let failing = v128.andnot(everybody, setOf(active, at));
    inactive = plusCount(inactive, failing);
    // Who fails something, and who fails two things or more.
    let ones = failing;

    failing = v128.and(everybody, setOf(conflicting, at));
    inConflict = plusCount(inConflict, v128.andnot(failing, ones));
    let twos = v128.and(ones, failing);
    ones = v128.or(ones, failing);

    failing = v128.andnot(everybody, setOf(cleared, at));
    uncleared = plusCount(uncleared, v128.andnot(failing, ones));
    twos = v128.or(twos, v128.and(ones, failing));
    ones = v128.or(ones, failing);

    let able = everybody;
    for (let language = 0; language < languages; language++) able = v128.and(able, setOf(asked + language, at));
    failing = v128.andnot(everybody, able);
    silent = plusCount(silent, v128.andnot(failing, ones));
    twos = v128.or(twos, v128.and(ones, failing));
    ones = v128.or(ones, failing);

    failing = v128.andnot(everybody, setOf(affordable, at));
    tooDear = plusCount(tooDear, v128.andnot(failing, ones));
    twos = v128.or(twos, v128.and(ones, failing));
    ones = v128.or(ones, failing);

    able = none;
    for (let duty = 0; duty < duties; duty++) able = v128.or(able, setOf(firstDuty + duty, at));
    failing = v128.andnot(everybody, able);
    idle = plusCount(idle, v128.andnot(failing, ones));
    twos = v128.or(twos, v128.and(ones, failing));
    ones = v128.or(ones, failing);

    const strong = v128.and(everybody, setOf(capable, at));
    const weak = v128.andnot(v128.andnot(everybody, ones), strong);
    incapable = plusCount(incapable, weak);
    put(passing, at, v128.andnot(strong, ones));
    put(failingOne, at, v128.and(strong, v128.andnot(ones, twos)));
    put(starved, at, weak);
  }
  keepCount(0, inactive);
  keepCount(1, inConflict);
  keepCount(2, uncleared);
  keepCount(3, silent);
  keepCount(4, tooDear);
  keepCount(5, idle);
  keepCount(6, incapable);
}

/**
 * Finds who of a set is promising: lacks at most so many units of all points that there are. Nobody is lost by it, for
 * what is lacked was rounded down, part by part.
 * @param from the slot of the set
 * @param firstTerm the slot of the first duty; the others and the skills come behind it
 * @param most 0 to 255, what may be lacked, and what newcomers may
 */
export function pick(words: i32, from: i32, firstTerm: i32, terms: i32, most: i32, mostOfNewcomers: i32): void {
  const none = i32x4.splat(0);
  const end: usize = words << 2;
  for (let at: usize = 0; at < end; at += step) {
    const those = setOf(from, at);
    if (!v128.any_true(those)) {
      put(picked, at, none);
      continue;
    }

    // What each lacks, in binary. All that standing can be less what it is are its digits turned over.
    let l5 = v128.not(setOf(standing, at));
    let l4 = v128.not(setOf(standing + 1, at));
    let l3 = v128.not(setOf(standing + 2, at));
    let l2 = v128.not(setOf(standing + 3, at));
    let l1 = v128.not(setOf(standing + 4, at));
    let l0 = v128.not(setOf(standing + 5, at));

    // Whoever lacks a level of price lacks those before it, and each is eight units.
    const p2 = setOf(priced + 1, at);
    let own = v128.or(v128.andnot(p2, setOf(priced, at)), v128.not(setOf(priced + 2, at)));
    let carry = v128.and(l3, own);
    l3 = v128.xor(l3, own);
    own = v128.not(p2);
    let over = carried(l4, own, carry);
    l4 = v128.xor(v128.xor(l4, own), carry);
    let l6 = v128.and(l5, over);
    l5 = v128.xor(l5, over);
    let l7 = none;

    for (let term = 0; term < terms; term++) {
      const lacking = v128.not(setOf(firstTerm + term, at));
      const units = load<i32>(lacksAt + <usize>(term << 2));
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
    put(picked, at, v128.and(those, enough));
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
