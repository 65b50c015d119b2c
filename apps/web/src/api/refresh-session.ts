import { fromThePage } from './from-the-page';

let underWay: Promise<boolean> | null = null;

/** A new access token by the refresh token in its cookie; once for all who ask at the same time, in all tabs. */
export function refreshSession(): Promise<boolean> {
  underWay ??= navigator.locks
    .request('ajudant-session', async () => {
      const answer = await fetch('/v1/auth/cookies/refresh', { method: 'POST', headers: fromThePage });
      return answer.ok;
    })
    .finally(() => {
      underWay = null;
    });
  return underWay;
}
