import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '#platform/testing';
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
    await eventually(() => expect(steps).toBe(5));
    await sleep(50);
    expect(steps).toBe(5);
  });

  it('is woken by a hint', async () => {
    let steps = 0;
    const follower = follow(async () => {
      steps += 1;
      return 60_000;
    });
    await eventually(() => expect(steps).toBe(1));
    await sleep(20);
    expect(steps).toBe(1);
    follower.hint();
    await eventually(() => expect(steps).toBe(2));
  });

  it('does not miss a hint that comes while it is at work', async () => {
    let steps = 0;
    const follower: Follower = follow(async () => {
      steps += 1;
      await sleep(1);
      if (steps === 1) follower.hint();
      return 60_000;
    });
    await eventually(() => expect(steps).toBe(2));
  });

  it('tries again after a failure, in spite of hints not at once, and says since when it fails', async () => {
    const stepsAt: number[] = [];
    const follower = follow(async () => {
      stepsAt.push(performance.now());
      if (stepsAt.length <= 2) throw new Error('not now');
      return 60_000;
    });
    await eventually(() => expect(follower.failingSince).not.toBeNull());
    // Not a moment longer: once it works, a hint may wake it again.
    while (stepsAt.length < 3) {
      follower.hint();
      await sleep(1);
    }
    await eventually(() => expect(follower.failingSince).toBeNull());
    expect(follower.lastProgressAt).not.toBeNull();
    expect(stepsAt).toHaveLength(3);
    // Pauses of 50 and 100 ms; timers may be early by a fraction of one.
    const [first = 0, second = 0, third = 0] = stepsAt;
    expect(second - first).toBeGreaterThan(48);
    expect(third - second).toBeGreaterThan(98);
  });

  it('stops after the step in hand', async () => {
    let [begun, finished] = [0, 0];
    const follower = follow(async () => {
      begun += 1;
      await sleep(50);
      finished += 1;
      return rests.none;
    });
    await eventually(() => expect(begun).toBe(1));
    await follower.stop();
    expect([begun, finished]).toEqual([1, 1]);
  });
});
