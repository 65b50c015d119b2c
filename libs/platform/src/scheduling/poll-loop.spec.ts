import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '#platform/testing';
import { PollLoop, pollDelays } from './poll-loop.js';

const started: PollLoop[] = [];

const follow = (step: () => Promise<number>): PollLoop => {
  const loop = new PollLoop('spec', step);
  started.push(loop);
  loop.start();
  return loop;
};

afterEach(async () => {
  await Promise.all(started.splice(0).map((loop) => loop.stop()));
});

describe('a poll loop', () => {
  it('goes on at once while there is more to do, and then waits', async () => {
    let steps = 0;
    follow(async () => ((steps += 1) < 5 ? pollDelays.none : 60_000));
    await eventually(() => expect(steps).toBe(5));
    await sleep(50);
    expect(steps).toBe(5);
  });

  it('is woken while it waits', async () => {
    let steps = 0;
    const loop = follow(async () => {
      steps += 1;
      return 60_000;
    });
    await eventually(() => expect(steps).toBe(1));
    await sleep(20);
    expect(steps).toBe(1);
    loop.wake();
    await eventually(() => expect(steps).toBe(2));
  });

  it('does not miss being woken while it is at work', async () => {
    let steps = 0;
    const loop: PollLoop = follow(async () => {
      steps += 1;
      await sleep(1);
      if (steps === 1) loop.wake();
      return 60_000;
    });
    await eventually(() => expect(steps).toBe(2));
  });

  it('tries again after a failure, not at once even if woken, and says since when it fails', async () => {
    const stepsAt: number[] = [];
    const loop = follow(async () => {
      stepsAt.push(performance.now());
      if (stepsAt.length <= 2) throw new Error('not now');
      return 60_000;
    });
    await eventually(() => expect(loop.failingSince).not.toBeNull());
    // Not a moment longer: once it works, it may be woken again.
    while (stepsAt.length < 3) {
      loop.wake();
      await sleep(1);
    }
    await eventually(() => expect(loop.failingSince).toBeNull());
    expect(loop.lastProgressAt).not.toBeNull();
    expect(stepsAt).toHaveLength(3);
    // Pauses of 50 and 100 ms; timers may be early by a fraction of one.
    const [first = 0, second = 0, third = 0] = stepsAt;
    expect(second - first).toBeGreaterThan(48);
    expect(third - second).toBeGreaterThan(98);
  });

  it('stops after the step in hand', async () => {
    let [begun, finished] = [0, 0];
    const loop = follow(async () => {
      begun += 1;
      await sleep(50);
      finished += 1;
      return pollDelays.none;
    });
    await eventually(() => expect(begun).toBe(1));
    await loop.stop();
    expect([begun, finished]).toEqual([1, 1]);
  });
});
