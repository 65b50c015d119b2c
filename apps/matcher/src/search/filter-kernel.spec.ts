import * as fc from 'fast-check';
import { FilterKernel } from './filter-kernel.js';

const words = 8;
const rows = 32 * words;
const has = (set: Int32Array, row: number): boolean => ((set[row >>> 5]! >>> (row & 31)) & 1) === 1;
const bits = fc.int32Array({ minLength: words, maxLength: words });

const kernel = new FilterKernel();
const { layout, run } = kernel;
/** @param set of the first words of a slot */
const put = (slot: number, set: Int32Array): void => kernel.slot(slot).set(set);
const eachRow = <Value>(valueOf: (row: number) => Value): Value[] =>
  Array.from({ length: rows }, (_, row) => valueOf(row));

describe('the kernel', () => {
  it('finds who is above a limit, and whose number is the limit itself', () => {
    const slices = fc.array(bits, { maxLength: 5 });
    fc.assert(
      fc.property(bits, bits, slices, fc.nat(31), (above, sameBin, digits, given) => {
        const limit = given & ((1 << digits.length) - 1);
        put(layout.higherBins, above);
        put(layout.sameBin, sameBin);
        for (const [digit, slice] of digits.entries()) put(layout.digits + digit, slice);
        const anybody = run.compareWithLimit(layout.cleared, digits.length, limit, words);
        const numberOf = (row: number): number =>
          digits.reduce((number, slice) => 2 * number + Number(has(slice, row)), 0);
        const isOn = (row: number): boolean => has(sameBin, row) && !has(above, row);
        const expected = eachRow((row) => has(above, row) || (isOn(row) && numberOf(row) > limit));
        const open = eachRow((row) => isOn(row) && numberOf(row) === limit);
        expect(eachRow((row) => has(kernel.slot(layout.cleared), row))).toEqual(expected);
        expect(eachRow((row) => has(kernel.slot(layout.undecided), row))).toEqual(open);
        expect(Boolean(anybody)).toBe(open.includes(true));
      }),
    );
  });

  it('counts whom each filter excludes first, and finds who passes, who fails one filter and who is short of capacity alone', () => {
    const sets = fc.record({
      listed: bits,
      active: bits,
      conflicting: bits,
      cleared: bits,
      affordable: bits,
      withCapacity: bits,
    });
    const few = fc.array(bits, { maxLength: 2 });
    const some = fc.array(bits, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sets, few, few, some, (given, languages, skills, duties) => {
        for (const [name, set] of Object.entries(given)) put(layout[name as keyof typeof given], set);
        kernel.reserve(layout.terms + languages.length + skills.length + duties.length);
        for (const [place, set] of [...languages, ...skills, ...duties].entries()) put(layout.terms + place, set);
        run.clearCounts();
        run.applyHardFilters(words, languages.length, skills.length, duties.length);
        const counts = [0, 0, 0, 0, 0, 0, 0, 0];
        for (let row = 0; row < rows; row += 1) {
          const failed = [
            !has(given.active, row),
            has(given.conflicting, row),
            !has(given.cleared, row),
            !languages.every((set) => has(set, row)),
            !skills.every((set) => has(set, row)),
            !has(given.affordable, row),
            !duties.some((set) => has(set, row)),
          ].flatMap((fails, filter) => (fails ? [filter] : []));
          const isListed = has(given.listed, row);
          const isCapable = has(given.withCapacity, row);
          const first = failed[0] ?? (isCapable ? undefined : 7);
          if (isListed && first !== undefined) counts[first]! += 1;
          const found = [layout.passing, layout.failingOne, layout.shortOfCapacity].map((slot) =>
            has(kernel.slot(slot), row),
          );
          expect(found).toEqual([
            isListed && failed.length === 0 && isCapable,
            isListed && failed.length === 1 && isCapable,
            isListed && failed.length === 0 && !isCapable,
          ]);
        }
        expect(counts.map((_, filter) => run.countOf(filter))).toEqual(counts);
      }),
    );
  });

  it('selects who falls short by no more than is allowed in static score, price, duties and skills together', () => {
    const terms = fc.array(fc.record({ set: bits, units: fc.nat(40) }), { maxLength: 3 });
    const slices = fc.array(bits, { minLength: 6, maxLength: 6 });
    const levels = fc.array(fc.nat(layout.priceLevels), { minLength: rows, maxLength: rows });
    fc.assert(
      fc.property(
        bits,
        bits,
        slices,
        levels,
        terms,
        fc.nat(255),
        fc.nat(255),
        (those, young, staticScore, prices, asked, most, mostOfNew) => {
          put(layout.passing, those);
          put(layout.newcomers, young);
          for (const [digit, slice] of staticScore.entries()) put(layout.staticScore + digit, slice);
          for (let level = 0; level < layout.priceLevels; level += 1) {
            const set = new Int32Array(words);
            for (const [row, lacked] of prices.entries()) if (lacked <= level) set[row >>> 5]! |= 1 << (row & 31);
            put(layout.priceLevel + level, set);
          }
          kernel.reserve(layout.terms + asked.length);
          for (const [place, { set, units }] of asked.entries()) {
            put(layout.terms + place, set);
            run.setShortfall(place, units);
          }
          run.selectCandidates(words, layout.passing, layout.terms, asked.length, most, mostOfNew);
          const lackedBy = (row: number): number => {
            const staticScoreDigits = staticScore.reduce((number, slice) => 2 * number + Number(has(slice, row)), 0);
            const missing = asked.reduce((sum, { set, units }) => sum + (has(set, row) ? 0 : units), 0);
            // Whoever lacks a level lacks those before it, and each is eight units.
            return 63 - staticScoreDigits + 8 * prices[row]! + missing;
          };
          expect(eachRow((row) => has(kernel.slot(layout.selected), row))).toEqual(
            eachRow((row) => has(those, row) && lackedBy(row) <= (has(young, row) ? mostOfNew : most)),
          );
        },
      ),
    );
  });
});
