import type { ErrorEntry } from './errors/error-entry.js';
import { platformErrors } from './errors/platform.errors.js';

export type { ErrorEntry } from './errors/error-entry.js';

/** Every stable error code with its HTTP status; a code that is missing here is a programmer's error. */
export const errorCatalogue: Readonly<Record<string, ErrorEntry>> = {
  ...platformErrors,
};
