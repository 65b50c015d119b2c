import * as fc from 'fast-check';
import { matchesNone, parseTags, versionOf } from './entity-tags.js';

describe('Entity tags', () => {
  it('are read from a list, commas in quotes and empty places and all', () => {
    expect(parseTags(' "1" ,, W/"a,b" ')).toEqual([
      { weak: false, opaque: '1' },
      { weak: true, opaque: 'a,b' },
    ]);
    expect(parseTags(' * ')).toBe('any');
  });

  it.each(['', ',', '1', '"1', '1"', 'w/"1"', '"1" "2"', '*, "1"', '"a b"', Array(40).fill('"1"').join()])(
    '%s is no list of tags',
    (header) => {
      expect(parseTags(header)).toBeNull();
    },
  );

  it('are read or refused, whatever the header', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', 'W/', '1', '*', ' ', 'a') }), (header) => {
        expect(() => parseTags(header)).not.toThrow();
        expect(typeof matchesNone(header, '"1"')).toBe('boolean');
      }),
    );
  });

  it('carry a version only if they are ours', () => {
    expect(['0', '7', '9007199254740991', '07', '-1', '1.5', '', '9007199254740993', 'abc'].map(versionOf)).toEqual([
      0,
      7,
      9007199254740991,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
