import { setTimeout as sleep } from 'node:timers/promises';
import { KeyedMutex } from './keyed-mutex.js';

describe('KeyedMutex', () => {
  it('are taken one after the other by those of one name, in order, and at once by others', async () => {
    const mutex = new KeyedMutex();
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await sleep(10);
      seen.push(`${name} ends`);
    };
    await Promise.all([
      mutex.runExclusive('a', 60_000, work('a1')),
      mutex.runExclusive('a', 60_000, work('a2')),
      mutex.runExclusive('b', 60_000, work('b')),
    ]);
    expect(seen.slice(0, 2)).toEqual(['a1 begins', 'b begins']);
    expect(seen.filter((name) => name.startsWith('a'))).toEqual(['a1 begins', 'a1 ends', 'a2 begins', 'a2 ends']);
  });

  it('pass on when the work fails', async () => {
    const mutex = new KeyedMutex();
    const failed = mutex.runExclusive('a', 60_000, async () => {
      throw new Error('no');
    });
    const second = mutex.runExclusive('a', 60_000, async () => 'yes');
    await expect(failed).rejects.toThrow('no');
    expect(await second).toEqual({ result: 'yes' });
  });

  it('are given up by whoever has waited too long, and nobody overtakes the one at work because of it', async () => {
    const mutex = new KeyedMutex();
    let isWorking = false;
    let finish = (): void => undefined;
    const first = mutex.runExclusive('a', 60_000, async () => {
      isWorking = true;
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      isWorking = false;
    });
    expect(await mutex.runExclusive('a', 20, async () => 'never')).toBeNull();
    const third = mutex.runExclusive('a', 60_000, async (waitedMs) => ({ isWorking, waitedMs }));
    await sleep(1);
    finish();
    const { isWorking: meanwhile, waitedMs } = (await third)?.result ?? {};
    expect(meanwhile).toBe(false);
    expect(waitedMs).toBeGreaterThan(0);
    await first;
  });
});
