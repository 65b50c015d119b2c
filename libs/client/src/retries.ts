export interface RetryRules {
  /** Tries after the first; 4 unless said. */
  readonly most: number;
  /** Milliseconds before the first of them, twice as long before each next one; 250 unless said. */
  readonly firstDelayMs: number;
  /** The longest that is waited, whatever `Retry-After` says: who is told to wait longer is answered so; 30,000 unless said. */
  readonly longestDelayMs: number;
  /** Ends before its time where somebody gives up. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

const usual: RetryRules = {
  most: 4,
  firstDelayMs: 250,
  longestDelayMs: 30_000,
  wait: (ms, signal) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      const giveUp = (): void => {
        clearTimeout(timer);
        resolve();
      };
      signal.addEventListener('abort', giveUp, { once: true });
    }),
};

/** Nothing was done: the service was too busy, or not there. */
const notDone: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * Sends a request again where that can do no harm: what only reads, what carries an `Idempotency-Key`, which stays the same, and what the
 * API says it hasn't done. After a connection that broke nobody knows whether a change was made, so one without a key isn't sent again.
 */
export function withRetries(
  send: (request: Request) => Promise<Response>,
  rules: Partial<RetryRules> = {},
): (request: Request) => Promise<Response> {
  const { most, firstDelayMs, longestDelayMs, wait } = { ...usual, ...rules };
  return async (request) => {
    const isSafe = ['GET', 'HEAD'].includes(request.method) || request.headers.has('idempotency-key');
    for (let tries = 0; ; tries += 1) {
      request.signal.throwIfAborted();
      const isLast = tries >= most;
      const delay = Math.min(firstDelayMs * 2 ** tries, longestDelayMs) * (0.5 + Math.random() / 2);
      try {
        // What was sent can't be sent again, so each try sends a copy.
        const answer = await send(isLast ? request : request.clone());
        const asked = delayAsked(answer);
        if (isLast || !mayBeTriedAgain(answer, isSafe) || (asked ?? 0) > longestDelayMs) return answer;
        await answer.body?.cancel();
        await wait(asked ?? delay, request.signal);
      } catch (error) {
        if (isLast || !isSafe || request.signal.aborted) throw error;
        await wait(delay, request.signal);
      }
    }
  };
}

/** What a gateway in between says doesn't tell whether the service did it. */
function mayBeTriedAgain({ status }: Response, isSafe: boolean): boolean {
  if (!notDone.has(status)) return false;
  return isSafe || status === 429 || status === 503;
}

function delayAsked({ headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : null;
}
