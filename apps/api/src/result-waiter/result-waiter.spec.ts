import { ReadinessRegistry } from '#platform/http';
import { ResultWaiter } from './result-waiter.js';

const hourSeconds = 3_600;

/** Finds nothing by looking again: whoever isn't woken waits for longer than a test may take. */
class NeverPolling extends ResultWaiter {
  protected override readonly pollMs = hourSeconds * 1_000;
}

describe('waiting for what comes over events', () => {
  let readiness: ReadinessRegistry;
  let waiter: ResultWaiter;
  beforeEach(() => {
    readiness = new ReadinessRegistry();
    waiter = new ResultWaiter(readiness);
  });

  it('ends as soon as the result is announced', async () => {
    let thing: string | null = null;
    const unpolled = new NeverPolling(readiness);
    const waiting = unpolled.until('a', hourSeconds, () => Promise.resolve(thing));
    setTimeout(() => {
      thing = 'here';
      unpolled.announce('a');
    }, 20);
    expect(await waiting).toBe('here');
  });

  it('does not miss what comes in during a look', async () => {
    let looks = 0;
    const unpolled = new NeverPolling(readiness);
    const found = unpolled.until('a', hourSeconds, () => {
      looks += 1;
      if (looks > 1) return Promise.resolve('here');
      unpolled.announce('a');
      return Promise.resolve(null);
    });
    expect(await found).toBe('here');
  });

  it('finds what came in through another process by looking itself', async () => {
    let looks = 0;
    expect(await waiter.until('a', 3, () => Promise.resolve((looks += 1) > 1 ? 'here' : null))).toBe('here');
  });

  it('gives up when the time is over, after one more look', async () => {
    let looks = 0;
    const look = () => Promise.resolve((looks += 1) > 2 ? 'too late' : null);
    expect(await new NeverPolling(readiness).until('a', 0.1, look)).toBeNull();
    expect(looks).toBe(2);
  });

  it('is not woken by what somebody else waits for', async () => {
    let looks = 0;
    const waiting = waiter.until('a', 60, () => {
      looks += 1;
      return Promise.resolve(null);
    });
    for (let announcement = 0; announcement < 100; announcement += 1) {
      waiter.announce('b');
      await Promise.resolve();
    }
    expect(looks).toBe(1);
    readiness.beginShutdown();
    await waiting;
  });

  it('ends when the service shuts down', async () => {
    const waiting = waiter.until('a', 60, () => Promise.resolve(null));
    setTimeout(() => readiness.beginShutdown(), 20);
    expect(await waiting).toBeNull();
  });

  it('passes on why a look failed', async () => {
    await expect(waiter.until('a', 1, () => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
  });
});
