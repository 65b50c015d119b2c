import { DomainError } from '#domain-error';
import { AttemptBackoff } from './attempt-backoff.js';

const at = (seconds: number): string => new Date(Date.parse('2026-03-01T09:00:00.000Z') + seconds * 1000).toISOString();

const waitOf = (backoff: AttemptBackoff, subject: string, now: string): number => {
  try {
    backoff.assertMayTry(subject, now);
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toBe('request.too-many');
    return Number(error.details['retryAfterSeconds']);
  }
};

describe('Whoever fails to sign in', () => {
  it('waits for nothing at first, then twice as long each time, up to a quarter of an hour', () => {
    const backoff = new AttemptBackoff();
    const waits = Array.from({ length: 18 }, () => {
      backoff.failed('jane', at(0));
      return waitOf(backoff, 'jane', at(0));
    });
    expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  it('may try again when the wait is over', () => {
    const backoff = new AttemptBackoff({ freeFailures: 0, firstWaitSeconds: 10 });
    backoff.failed('jane', at(0));
    expect([0, 9.5, 10].map((seconds) => waitOf(backoff, 'jane', at(seconds)))).toEqual([10, 1, 0]);
  });

  it('starts anew after a success, and holds up nobody else', () => {
    const backoff = new AttemptBackoff({ freeFailures: 0 });
    backoff.failed('jane', at(0));
    expect(waitOf(backoff, 'john', at(0))).toBe(0);
    backoff.succeeded('jane');
    expect(waitOf(backoff, 'jane', at(0))).toBe(0);
  });

  it('is forgotten first if she failed longest ago, so that memory is bounded', () => {
    const backoff = new AttemptBackoff({ freeFailures: 0, maxSubjects: 2 });
    for (const subject of ['a', 'b', 'a', 'c']) backoff.failed(subject, at(0));
    expect(['a', 'b', 'c'].map((subject) => waitOf(backoff, subject, at(0)) > 0)).toEqual([true, false, true]);
  });
});
