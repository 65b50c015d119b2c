import * as fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

describe('Canonical JSON', () => {
  it('is the same whatever the order of members', () => {
    expect(canonicalJson({ b: 1, a: [{ d: undefined, c: 'x' }] })).toBe('{"a":[{"c":"x"}],"b":1}');
    expect(canonicalJson({ a: [{ c: 'x' }], b: 1 })).toBe('{"a":[{"c":"x"}],"b":1}');
  });

  it('means what the value means', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('differs for different values', () => {
    const texts = [null, 'null', '', [], {}, [null], 0, '0', [[]], { a: null }, { a: [] }].map(canonicalJson);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
