import { IdleBackoff } from './idle-backoff.js';

describe('the backoff of polls that find nothing', () => {
  it('doubles up to four seconds', () => {
    const backoff = new IdleBackoff();
    expect([1, 2, 3, 4, 5, 6].map(() => backoff.next())).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000]);
  });

  it('begins anew once there was something to do', () => {
    const backoff = new IdleBackoff();
    for (let polls = 0; polls < 6; polls += 1) backoff.next();
    backoff.reset();
    expect(backoff.next()).toBe(250);
  });
});
