import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 20_000;

/** Looks until the expectations hold; fails with the last reason after 20 s. */
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
