import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { canonicalTerms, canonicalText } from './canonical-terms.js';
import type { AgreementTerms } from './agreement-terms.js';
import { termsInForce } from '../work/duty-run.examples.js';

/** The same value with the keys of every object in another order. */
function reordered(value: unknown, order: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => reordered(item, order));
  if (value === null || typeof value !== 'object') return value;
  const members = value as Record<string, unknown>;
  return Object.fromEntries(order(Object.keys(members)).map((key) => [key, reordered(members[key], order)]));
}

/** Every way to change exactly one leaf, or the length of one list. */
function changedOnce(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    const inside = value.flatMap((item, index) => changedOnce(item).map((changed) => value.with(index, changed)));
    return [...inside, value.slice(1), [...value, value[0]]];
  }
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, member]) =>
      changedOnce(member).map((changed) => ({ ...value, [key]: changed })),
    );
  }
  return typeof value === 'number' ? [value + 1] : [`${String(value)} `];
}

const terms = termsInForce();

describe('the canonical form of the terms', () => {
  it('is the text that the first agreements were accepted by', () => {
    const ofThen = { ...terms, parties: null, hourlyRate: null };
    const hash = createHash('sha256').update(canonicalTerms(ofThen)).digest('hex');
    expect(hash).toBe('248ea895d3cff6788d28c1889c2132752ecd2d583c9ae672e8d2cf51bddf6a41');
  });

  it('names both parties where the terms do', () => {
    expect(canonicalTerms(terms)).toContain('"legalName":"Boa Ajuda, Lda."');
    expect(canonicalTerms({ ...terms, parties: null })).not.toContain('parties');
  });

  it('is JSON with sorted keys and no white space', () => {
    const text = canonicalTerms(terms);
    const { freeCancellationHours, lateFeeBps, ...others } = terms;
    const cancellation = { freeUntilHours: freeCancellationHours, lateFeeBps };
    expect(JSON.parse(text)).toEqual({ ...others, cancellation });
    expect(text.startsWith('{"adoptedSuggestions":[{"baseline":')).toBe(true);
    expect(text).toContain('"cancellation":{"freeUntilHours":24,"lateFeeBps":5000}');
  });

  it('sorts keys as RFC 8785 does, by UTF-16 code units', () => {
    const odd = { '\u20ac': 1, '\r': 2, '1': 3, '\u{1f600}': 4, '\u0080': 5, '\u00f6': 6, '\ufb33': 7 };
    const text = canonicalText(odd);
    expect(text).toBe('{"\\r":2,"1":3,"\u0080":5,"\u00f6":6,"\u20ac":1,"\u{1f600}":4,"\ufb33":7}');
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 40, maxLength: 40 }), (weights) => {
        const shuffle = (keys: string[]) =>
          keys
            .map((key, index) => ({ key, weight: weights[index % weights.length] ?? 0 }))
            .sort((a, b) => a.weight - b.weight)
            .map(({ key }) => key);
        expect(canonicalTerms(reordered(terms, shuffle) as AgreementTerms)).toBe(canonicalTerms(terms));
      }),
    );
  });

  it('depends on every field', () => {
    const texts = changedOnce(terms).map((changed) => canonicalTerms(changed as AgreementTerms));
    expect(texts.length).toBeGreaterThan(50);
    expect(new Set([...texts, canonicalTerms(terms)]).size).toBe(texts.length + 1);
  });
});
