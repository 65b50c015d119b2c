import { PartitionPlaces } from './partition-places.js';

describe('the lag of a member', () => {
  it('is not known before all of its partitions are', () => {
    const places = new PartitionPlaces();
    places.assign([
      ['topic', 0],
      ['topic', 1],
    ]);
    places.found('topic', 0, 0n, 10n);
    expect(places.lag).toBeNull();
    places.found('topic', 1, 5n, 5n);
    expect(places.lag).toBe(10);
  });

  it('shrinks with what is handled and grows with what is seen to have come', () => {
    const places = new PartitionPlaces();
    places.assign([['topic', 0]]);
    places.found('topic', 0, 0n, 3n);
    places.handled('topic', 0, 0n);
    expect(places.lag).toBe(2);
    places.found('topic', 0, 0n, 8n);
    expect(places.lag).toBe(7);
    places.handled('topic', 0, 7n);
    expect(places.lag).toBe(0);
  });

  it('leaves out what others have taken over, and keeps the place in what stays', () => {
    const places = new PartitionPlaces();
    places.assign([
      ['topic', 0],
      ['topic', 1],
    ]);
    places.found('topic', 0, 0n, 10n);
    places.found('topic', 1, 0n, 4n);
    places.handled('topic', 1, 2n);
    places.assign([['topic', 1]]);
    expect(places.lag).toBe(1);
    expect(places.next('topic', 1)).toBe(3n);
    expect(places.next('topic', 0)).toBeNull();
  });

  it('is nothing without partitions', () => {
    const places = new PartitionPlaces();
    places.assign([]);
    expect(places.lag).toBe(0);
  });
});
