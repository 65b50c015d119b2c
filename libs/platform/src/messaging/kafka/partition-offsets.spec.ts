import { PartitionOffsets } from './partition-offsets.js';

describe('the lag of a member', () => {
  it('is not known before it has joined, and nothing where others have all partitions', () => {
    const offsets = new PartitionOffsets();
    expect(offsets.lag).toBeNull();
    offsets.assign([]);
    expect(offsets.lag).toBe(0);
  });

  it('is not known before all of its partitions are', () => {
    const offsets = new PartitionOffsets();
    offsets.assign([
      ['topic', 0],
      ['topic', 1],
    ]);
    offsets.observed('topic', 0, 0n, 10n);
    expect(offsets.lag).toBeNull();
    offsets.observed('topic', 1, 5n, 5n);
    expect(offsets.lag).toBe(10);
  });

  it('shrinks with what is handled and grows with what is seen to have come', () => {
    const offsets = new PartitionOffsets();
    offsets.assign([['topic', 0]]);
    offsets.observed('topic', 0, 0n, 3n);
    offsets.handled('topic', 0, 0n);
    expect(offsets.lag).toBe(2);
    offsets.observed('topic', 0, 0n, 8n);
    expect(offsets.lag).toBe(7);
    offsets.handled('topic', 0, 7n);
    expect(offsets.lag).toBe(0);
  });

  it('leaves out what others have taken over, and keeps the offset in what stays', () => {
    const offsets = new PartitionOffsets();
    offsets.assign([
      ['topic', 0],
      ['topic', 1],
    ]);
    offsets.observed('topic', 0, 0n, 10n);
    offsets.observed('topic', 1, 0n, 4n);
    offsets.handled('topic', 1, 2n);
    offsets.assign([['topic', 1]]);
    expect(offsets.lag).toBe(1);
    expect(offsets.next('topic', 1)).toBe(3n);
    expect(offsets.next('topic', 0)).toBeNull();
  });

  it('is nothing without partitions', () => {
    const offsets = new PartitionOffsets();
    offsets.assign([]);
    expect(offsets.lag).toBe(0);
  });

  it('knows nothing any more once it was told that partitions may be others', () => {
    const offsets = new PartitionOffsets();
    offsets.assign([['parcels', 0]]);
    offsets.observed('parcels', 0, 5n, 5n);
    offsets.forget();
    expect([offsets.lag, offsets.next('parcels', 0)]).toEqual([null, null]);
    offsets.assign([['parcels', 0]]);
    offsets.observed('parcels', 0, 0n, 2n);
    expect([offsets.lag, offsets.next('parcels', 0)]).toEqual([2, 0n]);
  });
});
