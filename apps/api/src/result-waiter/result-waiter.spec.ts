import { ReadinessRegistry } from '#platform/http';
import { ResultWaiter } from './result-waiter.js';

describe('waiting for what comes over events', () => {
  let readiness: ReadinessRegistry;
  let waiter: ResultWaiter;
  beforeEach(() => {
    readiness = new ReadinessRegistry();
    waiter = new ResultWaiter(readiness);
  });

  it('ends as soon as the result is announced', async () => {
    let thing: string | null = null;
    const waiting = waiter.until('a', 5, () => Promise.resolve(thing));
    const started = performance.now();
    setTimeout(() => {
      thing = 'here';
      waiter.announce('a');
    }, 20);
    expect(await waiting).toBe('here');
    expect(performance.now() - started).toBeLessThan(900);
  });

  it('does not miss what comes in during a look', async () => {
    let looks = 0;
    const found = waiter.until('a', 5, () => {
      looks += 1;
      if (looks > 1) return Promise.resolve('here');
      waiter.announce('a');
      return Promise.resolve(null);
    });
    const started = performance.now();
    expect(await found).toBe('here');
    expect(performance.now() - started).toBeLessThan(900);
  });

  it('finds what came in through another process by looking itself', async () => {
    let looks = 0;
    expect(await waiter.until('a', 3, () => Promise.resolve((looks += 1) > 1 ? 'here' : null))).toBe('here');
  });

  it('gives up when the time is over, after one more look', async () => {
    const started = performance.now();
    expect(await waiter.until('a', 0.1, () => Promise.resolve(null))).toBeNull();
    expect(performance.now() - started).toBeGreaterThanOrEqual(95);
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
