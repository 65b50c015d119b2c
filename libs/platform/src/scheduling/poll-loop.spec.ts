import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '#platform/testing';
import { type NextPoll, PollLoop, pollDelays } from './poll-loop.js';

/** A loop whose pauses are written down, and end when the spec says so. */
class Followed {
  readonly pausesMs: number[] = [];
  private endPause: () => void = () => undefined;
  readonly loop: PollLoop;

  constructor(step: (loop: PollLoop) => Promise<NextPoll>) {
    this.loop = new PollLoop(
      'spec',
      () => step(this.loop),
      (ms) => {
        this.pausesMs.push(ms);
        return new Promise<void>((resolve) => (this.endPause = resolve));
      },
    );
    this.loop.start();
  }

  /** Returns once it has paused so many times in all. */
  paused(times: number): Promise<void> {
    return eventually(() => expect(this.pausesMs).toHaveLength(times));
  }

  passTime(): void {
    this.endPause();
  }
}

const started: Followed[] = [];
const follow = (step: (loop: PollLoop) => Promise<NextPoll>): Followed => {
  const followed = new Followed(step);
  started.push(followed);
  return followed;
};

afterEach(async () => {
  await Promise.all(started.splice(0).map(({ loop }) => loop.stop()));
});

describe('a poll loop', () => {
  it('goes on at once while there is more to do, and then waits', async () => {
    let steps = 0;
    const followed = follow(async () => ((steps += 1) < 5 ? pollDelays.none : 60_000));
    await followed.paused(1);
    expect([steps, followed.pausesMs]).toEqual([5, [60_000]]);
    followed.passTime();
    await followed.paused(2);
    expect(steps).toBe(6);
  });

  it('takes together what happens one after the other, where it is to be woken in some time', async () => {
    let steps = 0;
    const followed = follow(async () => ((steps += 1), 60_000));
    await followed.paused(1);
    for (let times = 0; times < 3; times += 1) followed.loop.wakeIn(1);
    await followed.paused(2);
    followed.loop.wakeIn(1);
    await followed.paused(3);
    expect(steps).toBe(3);
  });

  it('waits longer and longer while there is nothing to do, and begins anew when it is woken', async () => {
    const followed = follow(async () => 'idle');
    for (let times = 1; times <= 3; times += 1) {
      await followed.paused(times);
      followed.passTime();
    }
    await followed.paused(4);
    followed.loop.wake();
    await followed.paused(5);
    expect(followed.pausesMs).toEqual([250, 500, 1_000, 2_000, 250]);
  });

  it('is woken while it waits', async () => {
    let steps = 0;
    const followed = follow(async () => {
      steps += 1;
      return 60_000;
    });
    await followed.paused(1);
    expect(steps).toBe(1);
    followed.loop.wake();
    await followed.paused(2);
    expect(steps).toBe(2);
  });

  it('begins when it is woken, where nothing is to be done before', async () => {
    let steps = 0;
    const loop = new PollLoop('spec', async () => {
      steps += 1;
      return pollDelays.untilWoken;
    });
    loop.start(pollDelays.untilWoken);
    await sleep(1);
    expect(steps).toBe(0);
    loop.wake();
    await eventually(() => expect(steps).toBe(1));
    await loop.stop();
  });

  it('does not miss being woken while it is at work', async () => {
    let steps = 0;
    const followed = follow(async (loop) => {
      steps += 1;
      if (steps === 1) loop.wake();
      return 60_000;
    });
    await followed.paused(1);
    expect(steps).toBe(2);
  });

  it('tries again after a failure, not at once even if woken, and says since when it fails', async () => {
    let steps = 0;
    const followed = follow(async () => {
      steps += 1;
      if (steps <= 2) throw new Error('not now');
      return 60_000;
    });
    for (const failures of [1, 2]) {
      await followed.paused(failures);
      expect(followed.loop.failingSince).not.toBeNull();
      followed.loop.wake();
      await Promise.resolve();
      expect(steps).toBe(failures);
      followed.passTime();
    }
    await followed.paused(3);
    expect(followed.loop.failingSince).toBeNull();
    expect(followed.loop.lastProgressAt).not.toBeNull();
    expect(followed.pausesMs).toEqual([50, 100, 60_000]);
  });

  it('stops after the step in hand', async () => {
    let [begun, finished] = [0, 0];
    const { loop } = follow(async () => {
      begun += 1;
      await sleep(5);
      finished += 1;
      return pollDelays.none;
    });
    await eventually(() => expect(begun).toBe(1));
    await loop.stop();
    expect([begun, finished]).toEqual([1, 1]);
  });
});
