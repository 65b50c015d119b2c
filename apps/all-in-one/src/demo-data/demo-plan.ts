import { isIP } from 'node:net';

/** What decides whether the demo's people are there. */
export interface DemoSituation {
  /** What `AJUDANT_DEMO` says. */
  readonly demo: 'auto' | 'no' | 'yes';
  readonly httpHost: string;
  readonly administratorEmail: string | null;
}

export interface DemoPlan {
  readonly isWanted: boolean;
  /** What whoever starts it has to know; null where there is nothing. */
  readonly warning: string | null;
}

/**
 * Everybody knows the demo's logins, so they are there only where nobody asked for anything else: on loopback, and without an
 * administrator of one's own. Elsewhere one has to say so.
 */
export function demoPlan({ demo, httpHost, administratorEmail }: DemoSituation): DemoPlan {
  const isPrivate = isLoopback(httpHost) && administratorEmail === null;
  const isWanted = demo === 'yes' || (demo === 'auto' && isPrivate);
  if (isWanted && !isPrivate) {
    return { isWanted, warning: `AJUDANT_DEMO=yes: whoever reaches ${httpHost} can sign in by the demo's logins` };
  }
  if (isWanted || administratorEmail !== null) return { isWanted, warning: null };
  const warning = 'nobody administers this marketplace: set AJUDANT_ADMIN_EMAIL and AJUDANT_ADMIN_PASSWORD';
  return { isWanted, warning };
}

function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}
