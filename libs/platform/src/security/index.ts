export { Access, type AccessRule } from './access.js';
export { type AccessClaims, AccessTokens } from './access-tokens.js';
export { type Actor, type ApiArea, apiAreas, type ApiScope, apiScopes, type Role, roles, scopeOf } from './actor.js';
export { AttemptBackoff, type AttemptBackoffOptions } from './attempt-backoff.js';
export { CredentialResolver } from './credential-resolver.js';
export { CurrentActor, currentActor } from './current-actor.js';
export { PasswordHasher, type PasswordHasherOptions } from './password-hasher.js';
export { apiKeyPrefix, hashSecret, isSecret, newSecret, refreshTokenPrefix } from './secrets.js';
