import type { TermsDraft } from './terms-draft';

/** What somebody has begun to write over a version; it stays on the device until it is proposed. */
interface Begun {
  readonly version: number;
  readonly terms: TermsDraft;
}

const keyOf = (agreementId: string): string => `ajudant.terms.${agreementId}`;

/** Null where nothing was written, or over another version than this. */
export function begunTerms(agreementId: string, version: number): TermsDraft | null {
  const text = localStorage.getItem(keyOf(agreementId));
  const begun = text === null ? null : (JSON.parse(text) as Begun);
  return begun?.version === version ? begun.terms : null;
}

export const keepTerms = (agreementId: string, begun: Begun): void =>
  localStorage.setItem(keyOf(agreementId), JSON.stringify(begun));

export const forgetTerms = (agreementId: string): void => localStorage.removeItem(keyOf(agreementId));
