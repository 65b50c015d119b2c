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

  it('says since when one of them fails to begin', async () => {
    const check = consumersAtWork(() => [{ ...joining, failingSince: since }]);
    expect(await check()).toBe(`supply since ${since}`);
  });

  it('stays ready while the broker is away, since requests do without it', async () => {
    let progress = [atWork];
    const check = consumersAtWork(() => progress);
    expect(await check()).toBeNull();
    progress = [{ ...joining, failingSince: since }];
    expect(await check()).toBeNull();
  });
});
