export { type Answer, AjudantClient, type ClientOptions } from './ajudant-client.js';
export { ApiProblem, type FieldProblem } from './api-problem.js';
export { type OrganisationEvent, tailEvents, type TailOptions } from './event-tail.js';
export { everyItem, type Page } from './pages.js';
export { type RetryRules, withRetries } from './retries.js';
export { SessionTokens, type TokenKeeper, type Tokens } from './session-tokens.js';
export { clientVersion } from './version.js';
export type { components, paths } from './schema.js';
