import type { Cadence } from './cadence.js';
import { daysIncluded, plusMonths } from './calendar.js';
import { addDays } from './local-date.js';

/** One period of a cadence: first and last local date, both included. */
export interface Period {
  /** From 1. */
  readonly number: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

/**
 * The periods that begin within a term, counted from its first day. A period that has begun is a whole one, but ends
 * no later than the term does.
 */
export function periodsOf(cadence: Cadence, startsOn: string, endsOn: string): Period[] {
  if (cadence === 'once') return [{ number: 1, startsOn, endsOn }];
  const beginning = (index: number): string =>
    cadence === 'weekly' ? addDays(startsOn, 7 * index) : plusMonths(startsOn, index);
  const periods: Period[] = [];
  for (let begins = startsOn; begins <= endsOn; begins = beginning(periods.length)) {
    const lastOn = addDays(beginning(periods.length + 1), -1);
    periods.push({ number: periods.length + 1, startsOn: begins, endsOn: lastOn < endsOn ? lastOn : endsOn });
  }
  return periods;
}

/** The period of a term that a local date is in; none outside of the term. */
export function periodAt(
  cadence: Cadence,
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  on: string,
): Period | undefined {
  if (on < startsOn || on > endsOn) return undefined;
  return periodsOf(cadence, startsOn, endsOn).find((period) => on <= period.endsOn);
}

/** How many periods `periodsOf` gives, without making them. */
export function periodCount(cadence: Cadence, startsOn: string, endsOn: string): number {
  if (cadence === 'once') return 1;
  if (startsOn > endsOn) return 0;
  if (cadence === 'weekly') return Math.ceil(daysIncluded(startsOn, endsOn) / 7);
  const months = 12 * (Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4)));
  const later = months + Number(endsOn.slice(5, 7)) - Number(startsOn.slice(5, 7));
  return later + (plusMonths(startsOn, later) <= endsOn ? 1 : 0);
}

/** The periods of a term, worked out once per cadence however many lines there are. */
export function periodsOfTerm(term: {
  readonly startsOn: string;
  readonly endsOn: string;
}): (cadence: Cadence) => readonly Period[] {
  const known = new Map<Cadence, readonly Period[]>();
  return (cadence) => {
    const periods = known.get(cadence) ?? periodsOf(cadence, term.startsOn, term.endsOn);
    known.set(cadence, periods);
    return periods;
  };
}
