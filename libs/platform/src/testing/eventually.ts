import { setTimeout as sleep } from 'node:timers/promises';

/** For expectations that never hold: a little less than a test's own limit, so that the reason is told. A machine that is busy has that long. */
const patienceMs = 200_000;

/** Looks until the expectations hold; fails with the last reason after 200 s. */
export const eventually = async <T>(look: () => Promise<T> | T, withinMs = patienceMs): Promise<T> => {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(20);
    }
  }
};
