import { byId, Keyset } from './keyset.js';
import type { Page } from './page-query.js';

const ids = ['0197a000-0000-7000-8000-000000000001', '0197a000-0000-7000-8000-000000000002'] as const;

describe('a list that is read by keys', () => {
  const rows = ids.map((id) => ({ id, name: id.at(-1) }));
  const readFrom = (after: { id: string } | null, limit: number) =>
    Promise.resolve(rows.filter(({ id }) => after === null || id > after.id).slice(0, limit));
  const page = (after: string | null) => byId.page({ limit: 1, after }, readFrom, ({ name }) => name);

  it('goes on after the last row of the page before, and ends with the last one', async () => {
    const first = await page(null);
    expect(first).toEqual({ items: ['1'], next: expect.any(String) });
    expect(await page(first.next)).toEqual({ items: ['2'], next: null });
  });

  it('has no next page where it ends with a page that is full', async () => {
    expect(await byId.page({ limit: 2, after: null }, readFrom, ({ name }) => name)).toEqual({
      items: ['1', '2'],
      next: null,
    });
  });

  it('ends a page before its limit where rows are large, and misses none', async () => {
    const idOf = (n: number): string => `0197a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    const large = Array.from({ length: 120 }, (_, n) => ({ id: idOf(n), words: 'x'.repeat(50_000) }));
    const reads: number[] = [];
    const readLarge = (after: { id: string } | null, limit: number) => {
      const found = large.filter(({ id }) => after === null || id > after.id).slice(0, limit);
      reads.push(found.length);
      return Promise.resolve(found);
    };
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const read: Page<string> = await byId.page({ limit: 200, after: next }, readLarge, ({ id }) => id);
      seen.push(...read.items);
      next = read.next;
    } while (next !== null);
    expect(seen).toEqual(large.map(({ id }) => id));
    expect(reads).toEqual([51, 51, 20]);
  });

  it('reads on to its limit where rows are small', async () => {
    const small = Array.from({ length: 250 }, (_, n) => ({
      id: `0197a000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    }));
    const readSmall = (after: { id: string } | null, limit: number) =>
      Promise.resolve(small.filter(({ id }) => after === null || id > after.id).slice(0, limit));
    const first = await byId.page({ limit: 200, after: null }, readSmall, ({ id }) => id);
    expect(first.items).toEqual(small.slice(0, 200).map(({ id }) => id));
    const rest = await byId.page({ limit: 50, after: first.next }, readSmall, ({ id }) => id);
    expect(rest).toEqual({ items: small.slice(200).map(({ id }) => id), next: null });
  });

  it('refuses the cursor of a list with other keys', () => {
    const byPosition = new Keyset<{ position: number }>({ position: 'number' });
    expect(() => byId.after({ after: byPosition.cursorOf({ position: 3 }) })).toThrow('page.bad-cursor');
  });

  it('may be in order of instants', () => {
    const byStart = new Keyset<{ startsAt: string; id: string }>({ startsAt: 'string', id: 'uuid' });
    const cursor = byStart.cursorOf({ startsAt: new Date('2026-03-01T09:00:00Z'), id: ids[0] });
    expect(byStart.after({ after: cursor })).toEqual({ startsAt: '2026-03-01T09:00:00.000Z', id: ids[0] });
  });
});
