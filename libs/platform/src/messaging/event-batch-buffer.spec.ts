import type { EventEnvelope } from '#contracts/envelope';
import { StretchBuffer } from './stretch-buffer.js';

const eventAt = (position: number, aggregateType = 'parcel') => ({ position, aggregateType }) as EventEnvelope;
const stretch = (after: number, end: number) => ({
  after,
  events: Array.from({ length: end - after }, (_, index) => eventAt(after + index + 1)),
  end,
});

describe('what a reader was told', () => {
  it('is taken once, by whoever is right before it or within', () => {
    const told = new StretchBuffer();
    told.add(stretch(3, 6));
    expect(told.take(4)).toEqual({ ...stretch(4, 6) });
    expect(told.take(6)).toBeNull();
    told.add(stretch(6, 8));
    expect(told.take(6)).toEqual(stretch(6, 8));
    expect(told.take(6)).toBeNull();
  });

  it('becomes one as long as nothing is missing in between, and is told twice for once', () => {
    const told = new StretchBuffer();
    told.add(stretch(0, 2));
    told.add(stretch(1, 4));
    told.add(stretch(2, 3));
    told.add(stretch(4, 5));
    expect(told.take(0)).toEqual(stretch(0, 5));
  });

  it('is not for who is further behind: something unknown lies in between', () => {
    const told = new StretchBuffer();
    told.add(stretch(5, 6));
    expect(told.take(3)).toBeNull();
    expect(told.isBeyond(3)).toBe(true);
    // Still there when the rest was read from the journal.
    expect(told.take(5)).toEqual(stretch(5, 6));
  });

  it('begins anew after a gap', () => {
    const told = new StretchBuffer();
    told.add(stretch(0, 2));
    told.add(stretch(3, 4));
    expect(told.take(0)).toBeNull();
    expect(told.isBeyond(2)).toBe(true);
    expect(told.take(3)).toEqual(stretch(3, 4));
  });

  it('is over for who has passed it', () => {
    const told = new StretchBuffer();
    told.add(stretch(0, 2));
    expect(told.take(7)).toBeNull();
    expect(told.take(0)).toBeNull();
  });

  it('keeps only what is wanted, and how far it goes all the same', () => {
    const told = new StretchBuffer(({ aggregateType }) => aggregateType === 'letter');
    told.add({ after: 0, events: [eventAt(1), eventAt(2, 'letter'), eventAt(3)], end: 3 });
    expect(told.take(0)).toEqual({ after: 0, events: [eventAt(2, 'letter')], end: 3 });
  });

  it('is given up when it becomes too much to hold', () => {
    const told = new StretchBuffer();
    for (let at = 0; at < 600; at += 100) told.add(stretch(at, at + 100));
    expect(told.take(0)).toBeNull();
    expect(told.isBeyond(0)).toBe(false);
  });
});
