import { everyItem } from './pages.js';

const pages: Readonly<Record<string, { items: number[]; next: string | null }>> = {
  first: { items: [1, 2], next: 'second' },
  second: { items: [], next: 'third' },
  third: { items: [3], next: null },
};

describe('all of a list', () => {
  it('is read page by page, and no further than it is wanted', async () => {
    const asked: (string | undefined)[] = [];
    const read = async (after: string | undefined) => {
      asked.push(after);
      return pages[after ?? 'first']!;
    };
    const found: number[] = [];
    for await (const item of everyItem(read)) found.push(item);
    expect(found).toEqual([1, 2, 3]);
    expect(asked).toEqual([undefined, 'second', 'third']);
    asked.length = 0;
    for await (const item of everyItem(read)) if (item === 2) break;
    expect(asked).toEqual([undefined]);
  });
});
