import { DomainError } from './domain-error.js';

/** For specs: the code with which something was refused, with the path of each field that it names; null if it wasn't. */
export function refusalOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { at, places = at === undefined ? [] : [{ at }] } = error.details;
    return [error.code, ...places.map((place) => place.at.join('.'))].join(' ');
  }
}
