import { isBlank, textLength } from '#text';
import type { AccessGrantId } from '../../ids.js';
import { demand } from '../../policy.js';
import { assertLocalDate } from '../../time/local-date.js';
import type { AgreementTerms } from '../agreement/agreement-terms.js';

/** How a duty is done here, in the words of whoever has done it. */
export interface HowTo {
  readonly lineId: string;
  readonly text: string;
}
/** What somebody waits for, or was promised. */
export interface HandoverItem {
  readonly what: string;
  /** Local date by which it is due; null where there is none. */
  readonly dueOn: string | null;
}
/** How the substitute gets to what the assistant was let into. */
export interface HandedAccess {
  readonly accessGrantId: AccessGrantId;
  readonly how: string;
}

/** What a substitute has to know before starting. Lists are null until somebody has written them, and empty where there is nothing. */
export interface HandoverPack {
  readonly howTos: readonly HowTo[];
  readonly openItems: readonly HandoverItem[] | null;
  readonly promises: readonly HandoverItem[] | null;
  readonly accesses: readonly HandedAccess[];
}

export const emptyPack: HandoverPack = { howTos: [], openItems: null, promises: null, accesses: [] };

/** Bounds of a pack. */
export const handoverBounds = { howToCharacters: 2000, itemCharacters: 500, items: 100, howCharacters: 500 } as const;

/** What a pack is measured by. */
export interface HandoverContext {
  /** Of the version in force. */
  readonly terms: Pick<AgreementTerms, 'lines'>;
  /** Whatever the assistant is let into for this agreement. */
  readonly openAccess: readonly AccessGrantId[];
}

const linesOf = ({ lines }: HandoverContext['terms']): string[] =>
  lines.filter(({ accountable }) => accountable.party === 'assistant').map(({ lineId }) => lineId);

/**
 * What a pack still lacks: `how-to:<line>`, `open-items`, `promises`, `access:<grant>`; nothing once it is complete. How duties were done
 * before is looked up and needs nobody to write it.
 */
export function missingOf(pack: HandoverPack, { terms, openAccess }: HandoverContext): string[] {
  const told = new Set(pack.howTos.map(({ lineId }) => lineId));
  const handed = new Set(pack.accesses.map(({ accessGrantId }) => accessGrantId));
  return [
    ...linesOf(terms)
      .filter((lineId) => !told.has(lineId))
      .map((lineId) => `how-to:${lineId}`),
    ...(pack.openItems === null ? ['open-items'] : []),
    ...(pack.promises === null ? ['promises'] : []),
    ...openAccess.filter((id) => !handed.has(id)).map((id) => `access:${id}`),
  ];
}

/** @throws DomainError `substitution.…` with the field; what isn't there yet may be missing */
export function checkPack(pack: HandoverPack, { terms, openAccess }: HandoverContext): void {
  const lines = new Set(linesOf(terms));
  const seen = new Set<string>();
  for (const [index, { lineId, text }] of pack.howTos.entries()) {
    const at = ['howTos', index, 'lineId'];
    demand(lines.has(lineId), 'substitution.line-unknown', { at });
    demand(!seen.has(lineId), 'substitution.named-twice', { at });
    seen.add(lineId);
    checkText(text, handoverBounds.howToCharacters, ['howTos', index, 'text']);
  }
  for (const name of ['openItems', 'promises'] as const) checkItems(pack[name] ?? [], name);
  for (const [index, { accessGrantId, how }] of pack.accesses.entries()) {
    const at = ['accesses', index, 'accessGrantId'];
    demand(openAccess.includes(accessGrantId), 'substitution.access-unknown', { at });
    demand(!seen.has(accessGrantId), 'substitution.named-twice', { at });
    seen.add(accessGrantId);
    checkText(how, handoverBounds.howCharacters, ['accesses', index, 'how']);
  }
}

function checkItems(items: readonly HandoverItem[], name: string): void {
  const atMost = handoverBounds.items;
  demand(items.length <= atMost, 'substitution.too-many-items', { at: [name], atMost });
  for (const [index, { what, dueOn }] of items.entries()) {
    checkText(what, handoverBounds.itemCharacters, [name, index, 'what']);
    if (dueOn !== null) assertLocalDate(dueOn, [name, index, 'dueOn']);
  }
}

function checkText(text: string, atMost: number, at: readonly (string | number)[]): void {
  demand(!isBlank(text) && textLength(text) <= atMost, 'substitution.text-length', { at, atMost });
}
