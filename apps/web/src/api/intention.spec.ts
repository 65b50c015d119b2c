import { ApiProblem } from '@ajudant/client';
import { fieldNameOf } from './field-name';
import { Intention } from './intention';
import { pagesQuery } from './pages';

describe('an intention', () => {
  it('has one key for a double click, and for another try where no answer came', () => {
    const intention = new Intention();
    const key = intention.keyOf({ amount: 1 });
    expect(intention.keyOf({ amount: 1 })).toBe(key);
    intention.failed(new TypeError('Failed to fetch'));
    intention.failed(new ApiProblem(503, 'request.unavailable', 'Later.'));
    expect(intention.keyOf({ amount: 1 })).toBe(key);
  });

  it('is another one for something else, and once it was done or refused', () => {
    const intention = new Intention();
    const keys = [intention.keyOf({ amount: 1 }), intention.keyOf({ amount: 2 })];
    intention.done();
    keys.push(intention.keyOf({ amount: 2 }));
    intention.failed(new ApiProblem(409, 'booking.slot-taken', 'It is taken.'));
    keys.push(intention.keyOf({ amount: 2 }));
    expect(new Set(keys).size).toBe(4);
  });

  it('may be given nothing', () => {
    const intention = new Intention();
    expect(intention.keyOf(undefined)).toBe(intention.keyOf(null));
  });
});

describe('a field', () => {
  it('is called by a form as the API points to it', () => {
    expect(['/words', '/lines/0/volume', '/a~1b/c~0d'].map(fieldNameOf)).toEqual([
      'words',
      'lines.0.volume',
      'a/b.c~d',
    ]);
  });
});

describe('a list in pages', () => {
  it('goes on after what the page before names, and ends where none is named', async () => {
    const asked: (string | undefined)[] = [];
    const { queryFn, getNextPageParam } = pagesQuery(['numbers'], async (after) => {
      asked.push(after);
      return { items: [1], next: after === undefined ? 'second' : null };
    });
    const read = queryFn as (asked: {
      pageParam: string | undefined;
    }) => Promise<{ items: number[]; next: string | null }>;
    const first = await read({ pageParam: undefined });
    const next = getNextPageParam(first, [first], undefined, [undefined]);
    const second = await read({ pageParam: next as string });
    expect([asked, getNextPageParam(second, [first, second], 'second', [])]).toEqual([
      [undefined, 'second'],
      undefined,
    ]);
  });
});
