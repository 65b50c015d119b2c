import * as fc from 'fast-check';

/** Between them lie the halves of pairs, which are no characters. */
const [beforeHalves, afterHalves] = [0xd800, 0xe000];
const halves = afterHalves - beforeHalves;

/**
 * Any character of Unicode, as the unit of a string. It draws what `fast-check` calls `binary`, which lays a map of all of them out first: a
 * second and a hundred megabytes in each process.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10_ffff - halves })
  .map((place) => String.fromCodePoint(place < beforeHalves ? place : place + halves), placeOf);

/** For what `fast-check` mixes in by itself, such as names of members that every object has. */
function placeOf(text: unknown): number {
  const code = String(text).codePointAt(0) ?? beforeHalves;
  if (String.fromCodePoint(code) !== text || (code >= beforeHalves && code < afterHalves))
    throw new Error('not one character');
  return code < beforeHalves ? code : code - halves;
}
