import { DomainError } from '#domain-error';
import { hashSecret } from './secrets.js';

export interface AttemptBackoffOptions {
  /** Failures that cost nothing. */
  readonly freeFailures?: number;
  /** Wait after the first failure that isn't free; it doubles with each one after. */
  readonly firstWaitSeconds?: number;
  readonly longestWaitSeconds?: number;
  /** How many subjects are remembered; the one that failed longest ago is forgotten first. */
  readonly maxSubjects?: number;
}

interface Failures {
  readonly count: number;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/**
 * Slows guessing down, per subject and process: whoever fails too often waits, ever longer. A good subject is the
 * account together with the client's address, so that nobody can lock another out; the address alone is for the rate
 * limit. Nothing of a subject but its hash is kept.
 */
export class AttemptBackoff {
  private readonly failures = new Map<string, Failures>();
  private readonly options: Required<AttemptBackoffOptions>;

  constructor(options: AttemptBackoffOptions = {}) {
    this.options = { freeFailures: 5, firstWaitSeconds: 1, longestWaitSeconds: 900, maxSubjects: 10_000, ...options };
  }

  /** Fails with `request.too-many` while the subject has to wait. Ask before the password is looked at. */
  assertMayTry(subject: string, now: string): void {
    const waitMs = (this.failures.get(hashSecret(subject))?.until ?? 0) - Date.parse(now);
    if (waitMs <= 0) return;
    const detail = 'There were too many attempts that failed.';
    throw new DomainError('request.too-many', { detail, retryAfterSeconds: Math.ceil(waitMs / 1000) });
  }

  failed(subject: string, now: string): void {
    const { freeFailures, firstWaitSeconds, longestWaitSeconds, maxSubjects } = this.options;
    const key = hashSecret(subject);
    const count = (this.failures.get(key)?.count ?? 0) + 1;
    const over = count - freeFailures;
    const waitSeconds = over <= 0 ? 0 : Math.min(firstWaitSeconds * 2 ** Math.min(over - 1, 30), longestWaitSeconds);
    // Taken out and put back, so that the map stays in the order of the last failure.
    this.failures.delete(key);
    this.failures.set(key, { count, until: Date.parse(now) + waitSeconds * 1000 });
    const oldest = this.failures.size > maxSubjects ? this.failures.keys().next().value : undefined;
    if (oldest !== undefined) this.failures.delete(oldest);
  }

  succeeded(subject: string): void {
    this.failures.delete(hashSecret(subject));
  }
}
