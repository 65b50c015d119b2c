import type { DutyRunId } from '../../ids.js';
import { demand } from '../../policy.js';
import { endOfDay, isBefore } from '../../time/calendar.js';
import { type HolidayLookup, noHolidays } from '../../time/holidays.js';
import { periodsIn } from '../../time/periods.js';
import { partiesOf } from '../../work-parties.js';
import type { AgreementTerms } from '../agreement/agreement-terms.js';
import { holidaysOf, spanOf } from './duty-run-schedule.js';
import type {
  AcceptDutyRun,
  DoneDutyRun,
  DutyRun,
  PeriodOfRun,
  PlannedRun,
  RestOfRun,
  ScheduleDutyRun,
} from './duty-run.js';
import type { Engagement } from './engagement.js';
import { lastDayOf } from './engagement-decisions.js';

/**
 * What becomes of what was owed and not done: the business says so where there is something, and only there.
 * @throws DomainError `duty-run.rest-missing`, `duty-run.no-rest`, `duty-run.no-later-period`
 */
export function restSaid(command: AcceptDutyRun, run: DoneDutyRun): RestOfRun | null {
  const { rest } = command;
  const quantity = undone(run);
  if (quantity === 0) {
    demand(rest === null, 'duty-run.no-rest', { at: ['rest'] });
    return null;
  }
  demand(rest !== null, 'duty-run.rest-missing', { at: ['rest'], quantity });
  demand(rest === 'waived' || command.laterPeriod !== null, 'duty-run.no-later-period', { at: ['rest'] });
  return { quantity, becomes: rest };
}

/** Silence asks for nothing, so it leaves nothing owed. */
export function restBySilence(run: DoneDutyRun): RestOfRun | null {
  const quantity = undone(run);
  return quantity === 0 ? null : { quantity, becomes: 'waived' };
}

const undone = ({ volume, owed = volume, quantity }: DoneDutyRun): number => owed - quantity;

/**
 * The next period of the line by the terms in force that is not over yet, to carry a rest over to; null once the engagement
 * has ended, or where the term has none that begins by its last day.
 */
export function laterPeriod(
  run: PlannedRun,
  terms: AgreementTerms,
  engagement: Engagement,
  now: string,
  lookUp: HolidayLookup = noHolidays,
): PeriodOfRun | null {
  if (engagement.status !== 'active') return null;
  const { startsOn, endsOn, timeZone } = terms;
  const lastDayOn = lastDayOf(engagement, terms);
  const later = periodsIn(run, startsOn, endsOn).find(
    (period) =>
      period.number > run.periodNumber &&
      period.startsOn <= lastDayOn &&
      isBefore(now, endOfDay(period.endsOn, timeZone)),
  );
  return later === undefined ? null : spanOf(later, timeZone, holidaysOf(terms, lookUp));
}

/**
 * The run that a rest is carried over to: one of its own in the later period, beside what the terms ask of that, with the
 * price, the criterion and the version under which the units were owed. Null where nothing was carried over.
 */
export function carriedOver(
  run: DutyRun,
  period: PeriodOfRun | null,
  dutyRunId: DutyRunId,
  now: string,
): ScheduleDutyRun | null {
  if (run.status !== 'accepted' || run.rest?.becomes !== 'carried-over' || period === null) return null;
  const { lineId, dutyCode, description, doneCriterion, unit, cadence, rule } = run;
  const { versionNumber, unitPrice, silenceAcceptsAfterHours } = run;
  const agreed = { lineId, dutyCode, description, doneCriterion, unit, cadence, versionNumber, unitPrice };
  return {
    type: 'scheduleDutyRun',
    dutyRunId,
    agreementId: run.agreementId,
    ...partiesOf(run),
    carriedFrom: run.dutyRunId,
    plan: {
      ...agreed,
      ...(rule !== undefined && { rule }),
      silenceAcceptsAfterHours,
      ...period,
      volume: run.rest.quantity,
    },
    now,
  };
}
