import type { Cadence } from './cadence.js';
import { daysIncluded, plusMonths } from './calendar.js';
import { addDays } from './local-date.js';
import { datesOf, recurrenceOf } from './recurrence.js';

/** One period of a cadence: first and last local date, both included. */
export interface Period {
  /** From 1. */
  readonly number: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** How often something comes round. */
export interface Rhythm {
  readonly cadence: Cadence;
  /** On which days it is due, where that was agreed: a recurrence rule, as `recurrenceOf` takes it. */
  readonly rule?: string | undefined;
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

/**
 * The periods of a term at the end of which something is due by a rule: each begins with the day after the one before, the first with the
 * term. What is left of the term after the last of them is part of none.
 */
function periodsByRule(rule: string, startsOn: string, endsOn: string): Period[] {
  const recurrence = recurrenceOf(rule);
  if (recurrence === null) throw new Error(`the rule ${rule} was agreed and isn't known`);
  const due = datesOf(recurrence, startsOn, endsOn);
  return due.map((on, index) => {
    const before = due[index - 1];
    return { number: index + 1, startsOn: before === undefined ? startsOn : addDays(before, 1), endsOn: on };
  });
}

/** The periods of a rhythm. */
export const periodsIn = ({ cadence, rule }: Rhythm, startsOn: string, endsOn: string): Period[] =>
  rule === undefined ? periodsOf(cadence, startsOn, endsOn) : periodsByRule(rule, startsOn, endsOn);

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

/** The periods of a term, worked out once per rhythm however many lines there are. */
export function periodsOfTerm(term: {
  readonly startsOn: string;
  readonly endsOn: string;
}): (rhythm: Rhythm) => readonly Period[] {
  const known = new Map<string, readonly Period[]>();
  return (rhythm) => {
    const name = rhythm.rule ?? rhythm.cadence;
    const periods = known.get(name) ?? periodsIn(rhythm, term.startsOn, term.endsOn);
    known.set(name, periods);
    return periods;
  };
}
