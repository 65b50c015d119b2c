import { createHash, randomBytes } from 'node:crypto';

/** Prefix of API keys; it tells them from access tokens, and lets scanners of leaked secrets find them. */
export const apiKeyPrefix = 'ajk_';
/** Prefix of refresh tokens. */
export const refreshTokenPrefix = 'ajr_';

/** An opaque secret: the prefix and 32 random bytes in base64url. It is shown once; only its hash is stored. */
export const newSecret = (prefix: string): string => `${prefix}${randomBytes(32).toString('base64url')}`;

/**
 * SHA-256 in hexadecimal. A fast hash without salt is right for 256 random bits: nobody can guess them, and the
 * hash can be looked up in an index.
 */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret, 'utf8').digest('hex');

/** Whether the text has the form of what `newSecret(prefix)` gives, before anything is looked up. */
export const isSecret = (prefix: string, text: string): boolean =>
  text.length === prefix.length + 43 &&
  text.startsWith(prefix) &&
  /^[A-Za-z0-9_-]{43}$/.test(text.slice(prefix.length));
