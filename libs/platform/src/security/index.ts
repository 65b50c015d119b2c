export * from './access.guard.js';
export * from './access.js';
export * from './access-tokens.js';
export * from './actor.js';
export * from './credential-resolver.js';
export * from './current-actor.js';
export * from './secrets.js';
