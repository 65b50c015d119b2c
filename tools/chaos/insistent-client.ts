import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** One attempt at a request, as the client saw it. */
export interface Attempt {
  readonly what: string;
  /** Null when the connection was lost, or nothing came. */
  readonly status: number | null;
  readonly milliseconds: number;
  readonly code: string | null;
  readonly hasRetryAfter: boolean;
}

export interface Outcome {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Longer than any request may take; one that isn't answered by then counts as too late. */
const patienceMs = 40_000;
const pauseMs = 150;

/** Sends a request with one key again and again until it knows what became of it, as clients are told to. */
export class InsistentClient {
  readonly attempts: Attempt[] = [];

  constructor(
    private readonly url: () => string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  /** Null when told to end before it knew. */
  async post(path: string, body: object, until: AbortSignal, ifMatch?: string): Promise<Outcome | null> {
    const own = { 'idempotency-key': randomUUID(), ...(ifMatch !== undefined && { 'if-match': ifMatch }) };
    while (!until.aborted) {
      const outcome = await this.attempt(path, body, own);
      if (outcome !== null) return outcome;
      await sleep(pauseMs);
    }
    return null;
  }

  /** Null when it has to be sent again. */
  private async attempt(path: string, body: object, own: Readonly<Record<string, string>>): Promise<Outcome | null> {
    const begun = performance.now();
    const note = (status: number | null, code: string | null, hasRetryAfter: boolean): void => {
      const milliseconds = Math.round(performance.now() - begun);
      this.attempts.push({ what: `POST ${path}`, status, milliseconds, code, hasRetryAfter });
    };
    try {
      const answer = await fetch(`${this.url()}${path}`, {
        method: 'POST',
        headers: { ...this.headers, ...own, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(patienceMs),
      });
      const found = (await answer.json()) as Record<string, unknown>;
      const code = typeof found['code'] === 'string' ? found['code'] : null;
      note(answer.status, code, answer.headers.has('retry-after'));
      const isUndecided = answer.status >= 500 || answer.status === 429 || againCodes.has(code ?? '');
      return isUndecided ? null : { status: answer.status, body: found };
    } catch {
      note(null, null, false);
      return null;
    }
  }
}

/** 409s that say nothing about the request. */
const againCodes = new Set(['conflict.retry', 'idempotency.in-progress']);
