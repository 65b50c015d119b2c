import type { DutyRunId } from '../../ids.js';
import type { AgreementTerms } from '../agreement/agreement-terms.js';
import { endOfDay, isBefore, startOfDay } from '../../time/calendar.js';
import type { DutyRun, PeriodOfRun, PlannedRun } from './duty-run.js';
import type { EndedEngagement } from './engagement.js';
import { type HolidayLookup, noHolidays, workingDayFrom } from '../../time/holidays.js';
import { type Period, periodsOfTerm } from '../../time/periods.js';

/**
 * Every run that the terms ask of the assistant: one for each line and period, by line and then by date. What
 * somebody of the business answers for has no runs, and what is done as needed has none either.
 */
export function scheduleRuns(
  terms: AgreementTerms,
  versionNumber: number,
  lookUp: HolidayLookup = noHolidays,
): PlannedRun[] {
  const { timeZone, silenceAcceptsAfterHours } = terms;
  const periods = periodsOfTerm(terms);
  const holidays = holidaysOf(terms, lookUp);
  const spans = new Map<Period, PeriodOfRun>();
  const knownSpan = (period: Period): PeriodOfRun => {
    const span = spans.get(period) ?? spanOf(period, timeZone, holidays);
    spans.set(period, span);
    return span;
  };
  return terms.lines
    .filter((line) => line.accountable.party === 'assistant' && line.asNeeded === undefined)
    .flatMap((line) => {
      const { accountable: _, ...agreed } = line;
      const plan = { ...agreed, versionNumber, silenceAcceptsAfterHours };
      return periods(line).map((period) => ({ ...plan, ...knownSpan(period) }));
    });
}

/** The public holidays that the terms respect. */
export const holidaysOf = ({ holidays }: AgreementTerms, lookUp: HolidayLookup): ReadonlySet<string> =>
  holidays === undefined ? new Set() : lookUp(holidays);

/** The instants of a period, by the days of its zone; what would be due on a public holiday is due on the next working day. */
export const spanOf = (period: Period, timeZone: string, holidays: ReadonlySet<string>): PeriodOfRun => ({
  periodNumber: period.number,
  periodStartsOn: period.startsOn,
  periodEndsOn: period.endsOn,
  startsAt: startOfDay(period.startsOn, timeZone),
  dueAt: endOfDay(workingDayFrom(period.endsOn, holidays), timeZone),
});

/** What has to happen to the runs of an engagement so that they follow the terms in force. */
export interface ScheduleChange {
  readonly add: readonly PlannedRun[];
  readonly replan: readonly { readonly dutyRunId: DutyRunId; readonly plan: PlannedRun }[];
  readonly cancel: readonly DutyRunId[];
}

/**
 * Brings the runs in line with the terms in force, at the engagement's start (there are no runs yet) and after a
 * change order. Runs that somebody has worked on keep the terms under which they were done; periods that are over stay
 * as they were, since nobody could have worked on them under the new terms. What was carried over stays, too: it was owed
 * before.
 * @param lastDayOn of a notice: what would begin after it isn't asked for any more
 */
export function changeSchedule(
  terms: AgreementTerms,
  versionNumber: number,
  runs: readonly DutyRun[],
  now: string,
  lookUp: HolidayLookup = noHolidays,
  lastDayOn: string = terms.endsOn,
): ScheduleChange {
  const asked = runs.filter((run) => run.status !== 'cancelled' && run.carriedFrom === null);
  const living = new Map(asked.map((run) => [key(run), run] as const));
  const planned = scheduleRuns(terms, versionNumber, lookUp).filter(
    ({ periodStartsOn }) => periodStartsOn <= lastDayOn,
  );
  const wanted = new Map(planned.map((plan) => [key(plan), plan] as const));
  const isOpen = (run: PlannedRun): boolean => isBefore(now, run.dueAt);
  const replan: { dutyRunId: DutyRunId; plan: PlannedRun }[] = [];
  const cancel: DutyRunId[] = [];
  for (const [at, run] of living) {
    const plan = wanted.get(at);
    if (run.status !== 'scheduled' || !isOpen(run)) continue;
    if (!plan) cancel.push(run.dutyRunId);
    else if (plan.versionNumber !== run.versionNumber) replan.push({ dutyRunId: run.dutyRunId, plan });
  }
  const add = [...wanted].filter(([at, plan]) => !living.has(at) && isOpen(plan)).map(([, plan]) => plan);
  return { add, replan, cancel };
}

/** The runs that go with the end of an engagement: what had not begun; the rest may still be finished. */
export const runsAhead = (runs: readonly DutyRun[], { endedAt }: EndedEngagement): DutyRunId[] =>
  runs
    .filter(({ status, startsAt }) => status === 'scheduled' && !isBefore(startsAt, endedAt))
    .map(({ dutyRunId }) => dutyRunId);

const key = (run: Pick<PlannedRun, 'lineId' | 'periodNumber'>): string => `${run.periodNumber} ${run.lineId}`;
