import { demand } from '../policy.js';
import { dayMs, instantMs, instantOf } from '../time/instant.js';
import { weekStartsOn } from '../time/weeks.js';
import { type ResponseChange, responseChangeOf } from './response-change.js';
import { enoughEnquiries, figuresOf, type ResponseFigures, type Waits, waitsOf } from './response-figures.js';

/** How far before the start of an engagement its baseline reaches, and when it is frozen by itself: once all have been waited for. */
export const baselineDays = 180;

/** The time that figures are of: from the first instant to the second, which isn't included. */
export interface ResponsePeriod {
  readonly from: string;
  readonly to: string;
}

/** What was before an engagement began. Once frozen it stays, whatever is told of that time later. */
export interface ResponseBaseline extends ResponsePeriod {
  readonly waits: Waits;
  /** Null while it still follows what is told. */
  readonly frozenAt: string | null;
}

export interface WeekOfWaits {
  readonly week: number;
  readonly minutes: readonly number[];
}

export interface ResponseReport {
  readonly baseline: ResponsePeriod & ResponseFigures & { readonly frozenAt: string | null };
  readonly since: ResponsePeriod & ResponseFigures;
  /** Null where either side has not enough data. */
  readonly change: ResponseChange | null;
  /** Of each week since the start in which there was an enquiry: its Monday. */
  readonly weeks: readonly (ResponseFigures & { readonly startsOn: string })[];
}

export const baselinePeriodOf = (startedAt: string): ResponsePeriod => ({
  from: instantOf(instantMs(startedAt) - baselineDays * dayMs),
  to: startedAt,
});

/** What was before and what has been since, side by side. @param seed of the interval */
export function responseReportOf(
  { waits, frozenAt, from, to }: ResponseBaseline,
  since: ResponsePeriod,
  weeks: readonly WeekOfWaits[],
  seed: string,
): ResponseReport {
  const all = waitsOf(weeks.flatMap(({ minutes }) => minutes));
  return {
    baseline: { from, to, frozenAt, ...figuresOf(waits) },
    since: { from: since.from, to: since.to, ...figuresOf(all) },
    change: responseChangeOf(waits, all, seed),
    weeks: [...weeks]
      .sort((one, other) => one.week - other.week)
      .map(({ week, minutes }) => ({ startsOn: weekStartsOn(week), ...figuresOf(waitsOf(minutes)) })),
  };
}

/**
 * The baseline as it stays from now on.
 * @throws DomainError `response-baseline.frozen`, `response-baseline.not-enough-data`
 */
export function freezeBaseline(baseline: ResponseBaseline, now: string): ResponseBaseline & { frozenAt: string } {
  demand(baseline.frozenAt === null, 'response-baseline.frozen');
  demand(baseline.waits.length >= enoughEnquiries, 'response-baseline.not-enough-data', {
    enquiries: baseline.waits.length,
    atLeast: enoughEnquiries,
  });
  return { ...baseline, frozenAt: now };
}
