import { parseCookie, stringifySetCookie } from 'cookie';
import { DomainError } from '#domain-error';
import type { FastifyReply, FastifyRequest } from 'fastify';

const accessCookie = 'access_token';
const refreshCookie = 'refresh_token';
/** Where the refresh token is sent to, and nowhere else. */
const refreshPath = '/v1/auth/cookies';
/** No other site can set it: a form can't at all, and a script of another origin would have to be allowed to first. */
const pageHeader = 'x-ajudant-page';
const unchanging: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Both tokens of a session, as a browser is to keep them out of reach of scripts. */
export interface TokenPair {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly refreshToken: string;
}

/** Seconds for which a browser keeps a refresh token that isn't used; the session itself ends when the service says so. */
const refreshSeconds = 30 * 86_400;

/**
 * The access token of a browser's cookie, null without one. What changes something has to come from the page itself:
 * browsers send cookies along with what other sites make them ask.
 * @throws DomainError `auth.not-from-the-page`
 */
export function accessTokenOfCookie(request: FastifyRequest): string | null {
  const token = cookieOf(request, accessCookie);
  if (token !== null && !unchanging.has(request.method)) assertFromThePage(request);
  return token;
}

/** @throws DomainError `auth.not-from-the-page`, `auth.required` */
export function refreshTokenOfCookie(request: FastifyRequest): string {
  assertFromThePage(request);
  const token = cookieOf(request, refreshCookie);
  if (token === null) throw new DomainError('auth.required');
  return token;
}

/** @throws DomainError `auth.not-from-the-page` */
export function assertFromThePage(request: FastifyRequest): void {
  if (request.headers[pageHeader] === undefined) throw new DomainError('auth.not-from-the-page');
}

export function keepInCookies(reply: FastifyReply, pair: TokenPair): void {
  reply.header('set-cookie', [
    cookie(reply.request, accessCookie, pair.accessToken, { path: '/', maxAge: pair.expiresIn }),
    cookie(reply.request, refreshCookie, pair.refreshToken, { path: refreshPath, maxAge: refreshSeconds }),
  ]);
}

export function clearCookies(reply: FastifyReply): void {
  reply.header('set-cookie', [
    cookie(reply.request, accessCookie, '', { path: '/', maxAge: 0 }),
    cookie(reply.request, refreshCookie, '', { path: refreshPath, maxAge: 0 }),
  ]);
}

function cookieOf({ headers }: FastifyRequest, name: string): string | null {
  const value = headers.cookie === undefined ? undefined : parseCookie(headers.cookie)[name];
  return value === undefined || value === '' ? null : value;
}

/** Browsers refuse `Secure` from a plain connection, which only a service on one's own machine has. */
const cookie = (
  request: FastifyRequest,
  name: string,
  value: string,
  place: { readonly path: string; readonly maxAge: number },
): string =>
  stringifySetCookie(name, value, {
    ...place,
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  });
