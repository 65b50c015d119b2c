import { demand } from '../policy.js';
import { addDays, assertLocalDate } from '../time/local-date.js';
import type { Retention } from './chart.js';
import { fiscalYear } from './fiscal-year.js';

/** The books of a fiscal year whose time is nearly over, and which go unless somebody needs them longer. */
export interface RetainedYear {
  /** In which the fiscal year began. */
  readonly year: number;
  /** Local date on which they go. */
  readonly goesOn: string;
  readonly removedAt: string | null;
}

/** So long before they go a business is told. */
export const announcedDays = 90;
/** Years by which keeping can be made longer at a time: a case before a court takes that. */
const longestExtensionYears = 10;

/** The first local date on which nobody has to keep the books of a fiscal year: its end, and the years of the law. */
export const keptUntil = (year: number, startsOn: string, { years }: Pick<Retention, 'years'>): string =>
  fiscalYear(year + years + 1, startsOn).from;

/** Whether a business is to be told on a day that the books of a year will go. */
export const isToBeAnnounced = (kept: string, today: string): boolean => kept <= addDays(today, announcedDays);

/** When they go that are announced on a day: not before the business has had its time to look. */
export const goesOn = (kept: string, today: string): string => {
  const earliest = addDays(today, announcedDays);
  return kept > earliest ? kept : earliest;
};

/**
 * The business needs the books of a year for longer: an audit, or a case before a court.
 * @throws DomainError `record-year.…`
 */
export function assertExtends({ goesOn: before, removedAt }: RetainedYear, until: string, today: string): void {
  assertLocalDate(until, ['until']);
  demand(removedAt === null, 'record-year.gone', { at: ['year'] });
  demand(until > before, 'record-year.not-longer', { at: ['until'], goesOn: before });
  const latest = `${Number(today.slice(0, 4)) + longestExtensionYears}-12-31`;
  demand(until <= latest, 'record-year.too-long', { at: ['until'], latest });
}
