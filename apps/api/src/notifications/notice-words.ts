import { readFileSync } from 'node:fs';
import type { NotificationLanguage } from '#domain';
import { amountIn, dateIn, dayIn, momentIn } from '../worded-values.js';
import type { NoticeParties, PartyNames } from './notice-parties.js';
import type { NoticeFacts, Side } from './notice-table.js';

/** What a notification is about, as it is kept. */
export interface KeptNotice {
  /** The type of the event without its version. */
  readonly kind: string;
  readonly side: Side;
  readonly facts: NoticeFacts & NoticeParties;
}

/** Sentences by kind and side. */
type Wording = Readonly<Record<string, Readonly<Partial<Record<Side, string>>>>>;

/** apps/api/data/notices, which the build copies beside the compiled code. */
const folder = new URL('../../data/notices/', import.meta.url);
const kept = new Map<NotificationLanguage, Wording>();

export function wordingIn(language: NotificationLanguage): Wording {
  const known =
    kept.get(language) ?? (JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as Wording);
  kept.set(language, known);
  return known;
}

/** Where the words for an event are found, whichever its version. */
export const kindOf = (eventType: string): string => eventType.replace(/\.v\d+$/, '');

/** What somebody reads who is told, in her language and on her clock. Nobody finds a name where there is none any more. */
export function noticeWords(
  { kind, side, facts }: KeptNotice,
  names: PartyNames,
  { language, timeZone }: { readonly language: NotificationLanguage; readonly timeZone: string },
): string {
  const { at, date, number, amount } = facts;
  const named = (id: string | null): string => (id === null ? undefined : names[id]) ?? '—';
  const said: Readonly<Record<string, () => string>> = {
    business: () => named(facts.businessId),
    agency: () => named(facts.agencyId),
    assistant: () => named(facts.assistantId),
    at: () => (at === undefined ? '—' : momentIn(at, language, timeZone)),
    date: () => (date === undefined ? '—' : dateIn(date, language)),
    on: () => (at === undefined ? '—' : dayIn(at, language, timeZone)),
    number: () => number ?? '—',
    amount: () => (amount === undefined ? '—' : amountIn(amount, language)),
  };
  const sentence = wordingIn(language)[kind]?.[side] ?? kind;
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => said[name]?.() ?? whole);
}
