import * as fc from 'fast-check';
import { DomainError } from '#domain-error';
import { assertCursor, type CursorValues, decodeCursor, encodeCursor } from './cursor.js';

const shape = { at: 'string', id: 'uuid', rank: 'nullable-number' } as const;
const id = '0197a000-0000-7000-8000-00000000000a';

const refusalOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

describe('A cursor', () => {
  it('gives back what was put into it', () => {
    const values = { at: '2026-03-01T09:00:00Z', id, rank: null };
    expect(decodeCursor(encodeCursor(values), shape)).toEqual(values);
  });

  it('is made of characters that need no encoding in a query', () => {
    expect(encodeCursor({ name: 'ñandú/?&=' })).toMatch(/^[A-Za-z0-9._-]+$/);
  });

  it('of another list is not taken', () => {
    const others: readonly CursorValues[] = [
      {},
      { at: '2026', id },
      { at: '2026', id, rank: 1, more: 1 },
      { at: '2026', id: 'x', rank: 1 },
      { at: 1, id, rank: 1 },
      { at: 'a\0', id, rank: 1 },
      { at: 'a', id, rank: 'b' },
    ];
    for (const values of others) {
      expect(refusalOf(() => decodeCursor(encodeCursor(values), shape))).toBe('page.bad-cursor');
    }
  });

  it('that was changed anywhere is not taken', () => {
    const cursor = encodeCursor({ at: '2026-03-01', id, rank: 3 });
    fc.assert(
      fc.property(fc.nat(cursor.length - 1), fc.constantFrom(...'abcXYZ019-_.'), (place, character) => {
        fc.pre(cursor[place] !== character);
        const changed = cursor.slice(0, place) + character + cursor.slice(place + 1);
        expect(refusalOf(() => decodeCursor(changed, shape))).toBe('page.bad-cursor');
      }),
    );
  });

  it('that nobody made is not taken', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        expect(refusalOf(() => assertCursor(text))).toBe('page.bad-cursor');
      }),
    );
    expect(refusalOf(() => assertCursor('a'.repeat(5_000)))).toBe('page.bad-cursor');
  });
});
