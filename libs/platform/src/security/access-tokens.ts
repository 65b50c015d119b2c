import { DomainError } from '#domain-error';
import { errors, jwtVerify, SignJWT } from 'jose';

/** What an access token says. Roles aren't in it: they are looked up, so that a revoked one ends at once. */
export interface AccessClaims {
  readonly userId: string;
  readonly organisationId: string;
  /** The login that the token belongs to; revoking it ends the tokens of the whole refresh family. */
  readonly sessionId: string;
}

const issuer = 'https://ajudant.invalid/auth';
const audience = 'ajudant-api';
const clockToleranceSeconds = 5;
/** Tokens of which it is remembered that their signature is right; some hundred bytes each. */
const maxRemembered = 5_000;

interface Verified {
  readonly claims: AccessClaims;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** Short-lived signed tokens: HS256 and nothing else, with issuer, audience and expiry checked. */
export class AccessTokens {
  static readonly lifetimeSeconds = 15 * 60;
  readonly #key: Uint8Array;
  /** Oldest first. */
  readonly #verified = new Map<string, Verified>();

  /** @param secret At least 32 bytes; every instance of the service has the same. */
  constructor(secret: string) {
    this.#key = new TextEncoder().encode(secret);
    if (this.#key.byteLength < 32) throw new Error('The secret of access tokens takes at least 32 bytes');
  }

  /** @param now Instant, ISO 8601 UTC. */
  async issue(claims: AccessClaims, now: string): Promise<{ token: string; expiresAt: string }> {
    const issuedAt = Math.floor(Date.parse(now) / 1000);
    const expiresAt = issuedAt + AccessTokens.lifetimeSeconds;
    const token = await new SignJWT({ org: claims.organisationId, sid: claims.sessionId })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .setSubject(claims.userId)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(this.#key);
    return { token, expiresAt: new Date(expiresAt * 1000).toISOString() };
  }

  /**
   * Throws `auth.expired-token` or `auth.invalid-token`, never saying more than that. Of a token that was right before only
   * the expiry is looked at again: nothing else about it can change, and whether its session was ended is not in it.
   */
  async verify(token: string, now: string): Promise<AccessClaims> {
    const known = this.#verified.get(token);
    if (known === undefined) return this.#remember(token, await this.#verify(token, now));
    if (known.expiresAt > Math.floor(Date.parse(now) / 1000) - clockToleranceSeconds) return known.claims;
    this.#verified.delete(token);
    throw new DomainError('auth.expired-token');
  }

  #remember(token: string, verified: Verified): AccessClaims {
    const [oldest] = this.#verified.keys();
    if (oldest !== undefined && this.#verified.size >= maxRemembered) this.#verified.delete(oldest);
    this.#verified.set(token, verified);
    return verified.claims;
  }

  async #verify(token: string, now: string): Promise<Verified> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ['HS256'],
        typ: 'at+jwt',
        issuer,
        audience,
        clockTolerance: clockToleranceSeconds,
        currentDate: new Date(now),
        requiredClaims: ['sub', 'org', 'sid', 'exp', 'iat'],
      });
      const { sub, org, sid, exp } = payload;
      if (typeof sub !== 'string' || typeof org !== 'string' || typeof sid !== 'string' || exp === undefined) {
        throw new DomainError('auth.invalid-token');
      }
      return { claims: { userId: sub, organisationId: org, sessionId: sid }, expiresAt: exp };
    } catch (error) {
      throw new DomainError(error instanceof errors.JWTExpired ? 'auth.expired-token' : 'auth.invalid-token');
    }
  }
}
