export { Access, type AccessRule } from './access.js';
export { type AccessClaims, AccessTokens } from './access-tokens.js';
export type { Actor } from './actor.js';
export { AttemptBackoff } from './attempt-backoff.js';
export { CredentialResolver } from './credential-resolver.js';
export { PasswordHasher, type PasswordHasherOptions } from './password-hasher.js';
export { openBytes, sealBytes } from './sealed-bytes.js';
export { apiKeyPrefix, hashSecret, newSecret, refreshTokenPrefix } from './secrets.js';
