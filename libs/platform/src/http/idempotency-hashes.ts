import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

interface Request {
  readonly tenant: string;
  readonly principal: string;
  readonly route: string;
  readonly key: string;
  readonly input: string;
}

/**
 * What is stored in place of keys and inputs. An input may hold a password, so its hash is keyed: by a secret that
 * isn't in the database, and by the client's key, of which the database only holds a hash.
 */
export class IdempotencyHashes {
  readonly #secret: KeyObject;

  constructor(secret: string) {
    if (Buffer.byteLength(secret) < 32) throw new Error('The secret of idempotency takes at least 32 bytes');
    this.#secret = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'ajudant-idempotency', 32)));
  }

  ofKey(request: Request): Buffer {
    return this.#hmac('key', request.key);
  }

  ofInput(request: Request): Buffer {
    return this.#hmac('input', request.key, request.input);
  }

  /** Number of the lock that requests with the same key take in turn; others seldom share it, and then only wait. */
  lockOf({ tenant, principal, route, key }: Request): bigint {
    return this.#hmac('lock', tenant, principal, route, key).readBigInt64BE();
  }

  /** Encrypts a secret answer; only the very same request, key and all, can make it again. */
  answerKey(request: Request): Buffer {
    const { tenant, principal, route, key, input } = request;
    return this.#hmac('answer', tenant, principal, route, key, input);
  }

  #hmac(purpose: string, ...parts: readonly string[]): Buffer {
    return createHmac('sha256', this.#secret)
      .update(JSON.stringify([purpose, ...parts]))
      .digest();
  }
}
