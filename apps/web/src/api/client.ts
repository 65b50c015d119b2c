import { AjudantClient } from '@ajudant/client';
import { fromThePage } from './from-the-page';
import { refreshSession } from './refresh-session';

/** The API as the page asks it. */
export const client = new AjudantClient({
  baseUrl: '',
  fetch: fetchAsSignedIn,
  headers: () => ({ ...fromThePage, 'accept-language': document.documentElement.lang }),
});

/** An access token lasts minutes: who is told that it is over gets a new one and asks again, without the reader noticing. */
async function fetchAsSignedIn(request: Request): Promise<Response> {
  const again = request.clone();
  // What is sent while somebody leaves still arrives.
  const answer = await fetch(request, { keepalive: document.visibilityState === 'hidden' });
  if (answer.status !== 401 || new URL(request.url).pathname.startsWith('/v1/auth/')) return answer;
  return (await refreshSession()) ? fetch(again) : answer;
}
