import { setTimeout as sleep } from 'node:timers/promises';
import { Follower, rests } from './follower.js';

const started: Follower[] = [];

const follow = (step: () => Promise<number>): Follower => {
  const follower = new Follower('spec', step);
  started.push(follower);
  follower.start();
  return follower;
};

afterEach(async () => {
  await Promise.all(started.splice(0).map((follower) => follower.stop()));
});

describe('a follower', () => {
  it('goes on at once while there is more to do, and then rests', async () => {
    let steps = 0;
    follow(async () => ((steps += 1) < 5 ? rests.none : 60_000));
    await sleep(50);
    expect(steps).toBe(5);
  });

  it('is woken by a hint', async () => {
    let steps = 0;
    const follower = follow(async () => {
      steps += 1;
      return 60_000;
    });
    await sleep(20);
    follower.hint();
    await sleep(20);
    expect(steps).toBe(2);
  });

  it('does not miss a hint that comes while it is at work', async () => {
    let steps = 0;
    const follower: Follower = follow(async () => {
      steps += 1;
      await sleep(1);
      if (steps === 1) follower.hint();
      return 60_000;
    });
    await sleep(30);
    expect(steps).toBe(2);
  });

  it('tries again after a failure, in spite of hints not at once, and says since when it fails', async () => {
    let steps = 0;
    const follower = follow(async () => {
      steps += 1;
      if (steps <= 2) throw new Error('not now');
      return 60_000;
    });
    await sleep(10);
    expect(follower.failingSince).not.toBeNull();
    for (let hints = 0; hints < 100; hints += 1) follower.hint();
    await sleep(10);
    expect(steps).toBe(1);
    await sleep(300);
    expect(steps).toBe(3);
    expect(follower.failingSince).toBeNull();
    expect(follower.lastProgressAt).not.toBeNull();
  });

  it('stops after the step in hand', async () => {
    let finished = 0;
    const follower = follow(async () => {
      await sleep(50);
      finished += 1;
      return rests.none;
    });
    await sleep(10);
    await follower.stop();
    expect(finished).toBe(1);
  });
});
