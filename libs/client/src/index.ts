export { AjudantClient, type ClientOptions } from './ajudant-client.js';
export { ApiProblem, type FieldProblem } from './api-problem.js';
export type { components, paths } from './schema.js';
