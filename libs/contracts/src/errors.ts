export type { ErrorEntry } from './errors/error-entry.js';
export { errorCatalogue } from './errors/index.js';
