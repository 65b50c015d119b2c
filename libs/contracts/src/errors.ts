export type { ErrorEntry } from './errors/error-table.js';
export { errorCatalogue } from './errors/index.js';
