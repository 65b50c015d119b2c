import { DomainError } from '../domain-error.js';
import { assertTimeZone } from '../time/zone.js';
import type { MailChoices } from './notice.js';

export type NotificationLanguage = 'en' | 'es' | 'ca';

/** How somebody wants to be told. */
export interface NotificationPreferences {
  /** In which she is written to. */
  readonly language: NotificationLanguage;
  /** IANA name of the zone in which it is morning for her; null for that of her business or her listing. */
  readonly timeZone: string | null;
  /** By topic; one that is missing goes by how much it matters. */
  readonly mail: MailChoices;
}

/** @throws DomainError `time.unknown-zone`, `precondition.stale` */
export function decidePreferences(
  wanted: NotificationPreferences,
  version: number,
  expectedVersion: number | null,
): NotificationPreferences {
  if (expectedVersion !== null && expectedVersion !== version) throw new DomainError('precondition.stale');
  if (wanted.timeZone !== null) assertTimeZone(wanted.timeZone, ['timeZone']);
  return wanted;
}
