import { DomainError } from './domain-error.js';

/** For specs: the code with which something was refused, with the field's path where it names one; null if it wasn't. */
export function refusalOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { at } = error.details;
    return at === undefined ? error.code : `${error.code} ${at.join('.')}`;
  }
}
