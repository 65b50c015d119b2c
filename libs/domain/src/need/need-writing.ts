import type { CatalogueLanguage } from '../catalogue/catalogue.js';
import type { OfferedDuties } from '../catalogue/offered-duty.js';
import { DomainError } from '../domain-error.js';
import type { WeeklyHours } from '../time/weekly-hours.js';
import type { NeedDetails, NeedHours, NeedLine, PlainWords } from './need.js';

/** A need of which nothing is said yet. */
export const blankNeed: NeedDetails = {
  words: null,
  lines: [],
  requiredSkills: [],
  preferredSkills: [],
  requiredLanguages: [],
  hours: null,
  startsOn: null,
  endsOn: null,
  minOverlapMinutesPerWeek: 0,
  hourlyRateCap: null,
  channels: [],
  context: { sector: null, tools: [], currentFirstResponseMinutes: null },
  openToProposals: false,
  invitedAgencyIds: [],
  excludedAgencyIds: [],
};

/** What is said of words and their language; undefined where nothing is, null to take it back. */
export interface SaidWords {
  readonly words?: string | null | undefined;
  readonly language?: CatalogueLanguage | null | undefined;
}

/**
 * The words after what is said now; undefined where nothing is. A language alone is that of the words said before.
 * @throws DomainError `need.words-missing` for a language without words
 */
export function wordsAfter({ words: text, language }: SaidWords, before: PlainWords | null) {
  if (text === null) return null;
  if (text !== undefined) return { text, language: language ?? null };
  if (language === undefined) return undefined;
  if (before === null) throw new DomainError('need.words-missing', { at: ['words'] });
  return { text: before.text, language };
}

/** The language in which duties are worded for whoever wrote the words. */
export const languageOf = (words: PlainWords | null): CatalogueLanguage => words?.language ?? 'en';

/** A line as somebody writes it, who may leave to the catalogue when the work counts as done. */
export type WrittenLine = Omit<NeedLine, 'doneCriterion'> & { readonly doneCriterion?: string | undefined };

export function lineOf(line: WrittenLine, language: CatalogueLanguage, duties: OfferedDuties): NeedLine {
  // A duty that the catalogue doesn't know is refused when the need is decided on.
  const usual = duties.duty(line.dutyCode)?.doneCriterion[language] ?? '-';
  return { ...line, doneCriterion: line.doneCriterion ?? usual };
}

/** Hours as somebody writes them: those of a week, or of one window, which have different fields. */
export interface WrittenHours {
  readonly kind: NeedHours['kind'];
  readonly timeZone: string;
  readonly weekly?: readonly WeeklyHours[] | undefined;
  readonly startAt?: string | undefined;
  readonly endAt?: string | undefined;
}

/** @throws DomainError `need.incomplete-hours` where a field of the kind is missing, or one of the other kind is there */
export function hoursOf({ kind, timeZone, weekly, startAt, endAt }: WrittenHours): NeedHours {
  if (kind === 'weekly' && weekly && !startAt && !endAt) return { kind, timeZone, weekly };
  if (kind === 'window' && startAt && endAt && !weekly) return { kind, timeZone, startAt, endAt };
  throw new DomainError('need.incomplete-hours', { at: ['hours'] });
}
