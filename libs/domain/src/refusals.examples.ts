import { DomainError } from './domain-error.js';

/** For specs: the code with which something was refused, with the pointer where it names a field; null if it wasn't. */
export function refusalOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { pointer } = error.details;
    return typeof pointer === 'string' ? `${error.code} ${pointer}` : error.code;
  }
}
