import type { ConsumerProgress } from '../messaging/index.js';
import { consumersAtWork } from './consumers-at-work.js';

const since = '2027-03-01T08:00:00.000Z';
const joining: ConsumerProgress = {
  consumer: 'supply',
  lag: null,
  failingSince: null,
  lastProgressAt: null,
  stalled: false,
};
const atWork: ConsumerProgress = { ...joining, lag: 3, lastProgressAt: since };

describe('a service with consumers', () => {
  it('is not ready before each of them has found its place', async () => {
    const progress = [joining, { ...joining, consumer: 'ranking' }];
    const check = consumersAtWork(() => progress);
    expect(await check()).toBe('supply is joining, ranking is joining');
    progress[0] = atWork;
    expect(await check()).toBe('ranking is joining');
    progress[1] = { ...atWork, consumer: 'ranking' };
    expect(await check()).toBeNull();
  });

  it('takes requests, degraded, where the broker is away from the beginning, since requests do without it', async () => {
    let progress: ConsumerProgress[] = [{ ...joining, failingSince: since }];
    let seconds = 0;
    const check = consumersAtWork(
      () => progress,
      () => Date.parse(since) + seconds * 1_000,
    );
    // A moment later it may work.
    expect(await check()).toBe(`supply since ${since}`);
    seconds = 16;
    expect(await check()).toEqual({ degraded: `supply since ${since}` });
    progress = [joining];
    expect(await check()).toBeNull();
  });

  it('is not ready while one is joining and another fails', async () => {
    const check = consumersAtWork(
      () => [joining, { ...joining, consumer: 'ranking', failingSince: since }],
      () => Date.parse(since) + 60_000,
    );
    expect(await check()).toBe('supply is joining');
  });

  it('says since when the broker is away, and stays ready', async () => {
    let progress = [atWork];
    const check = consumersAtWork(() => progress);
    expect(await check()).toBeNull();
    progress = [{ ...atWork, failingSince: since }];
    expect(await check()).toEqual({ degraded: `supply since ${since}` });
    progress = [atWork];
    expect(await check()).toBeNull();
  });
});
