import type { Cadence } from '../need/need.js';
import { addDays } from '../time/local-date.js';
import { plusMonths } from './calendar.js';

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
