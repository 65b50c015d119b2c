import type { EventEnvelope } from '#contracts/envelope';
import { EventBatchBuffer } from './event-batch-buffer.js';

const eventAt = (position: number, aggregateType = 'parcel') => ({ position, aggregateType }) as EventEnvelope;
const batch = (after: number, end: number) => ({
  after,
  events: Array.from({ length: end - after }, (_, index) => eventAt(after + index + 1)),
  end,
});

describe('what a reader was buffer', () => {
  it('is taken once, by whoever is right before it or within', () => {
    const buffer = new EventBatchBuffer();
    buffer.add(batch(3, 6));
    expect(buffer.take(4)).toEqual({ ...batch(4, 6) });
    expect(buffer.take(6)).toBeNull();
    buffer.add(batch(6, 8));
    expect(buffer.take(6)).toEqual(batch(6, 8));
    expect(buffer.take(6)).toBeNull();
  });

  it('becomes one as long as nothing is missing in between, and is buffer twice for once', () => {
    const buffer = new EventBatchBuffer();
    buffer.add(batch(0, 2));
    buffer.add(batch(1, 4));
    buffer.add(batch(2, 3));
    buffer.add(batch(4, 5));
    expect(buffer.take(0)).toEqual(batch(0, 5));
  });

  it('is not for who is further behind: something unknown lies in between', () => {
    const buffer = new EventBatchBuffer();
    buffer.add(batch(5, 6));
    expect(buffer.take(3)).toBeNull();
    expect(buffer.hasGapAfter(3)).toBe(true);
    // Still there when the rest was read from the journal.
    expect(buffer.take(5)).toEqual(batch(5, 6));
  });

  it('begins anew after a gap', () => {
    const buffer = new EventBatchBuffer();
    buffer.add(batch(0, 2));
    buffer.add(batch(3, 4));
    expect(buffer.take(0)).toBeNull();
    expect(buffer.hasGapAfter(2)).toBe(true);
    expect(buffer.take(3)).toEqual(batch(3, 4));
  });

  it('is over for who has passed it', () => {
    const buffer = new EventBatchBuffer();
    buffer.add(batch(0, 2));
    expect(buffer.take(7)).toBeNull();
    expect(buffer.take(0)).toBeNull();
  });

  it('keeps only what is wanted, and how far it goes all the same', () => {
    const buffer = new EventBatchBuffer(({ aggregateType }) => aggregateType === 'letter');
    buffer.add({ after: 0, events: [eventAt(1), eventAt(2, 'letter'), eventAt(3)], end: 3 });
    expect(buffer.take(0)).toEqual({ after: 0, events: [eventAt(2, 'letter')], end: 3 });
  });

  it('is given up when it becomes too much to hold', () => {
    const buffer = new EventBatchBuffer();
    for (let at = 0; at < 600; at += 100) buffer.add(batch(at, at + 100));
    expect(buffer.take(0)).toBeNull();
    expect(buffer.hasGapAfter(0)).toBe(false);
  });
});
