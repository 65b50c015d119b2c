import type { AbsentTime } from '../../absence/absent-time.js';
import { divideHalfEven, wholeBps } from '../../billing/money/money.js';
import { isBefore } from '../../time/calendar.js';
import type { DutyRun } from './duty-run.js';
import { absencesOfRun, lateAt, owedUnits } from './run-in-absence.js';

/** What can be seen of the work from afar: whether things are done, when, and how well. Shares are basis points. */
export interface Score {
  /** Runs that fall or fell due; cancelled ones don't, nor do those of which an absence left nothing. */
  readonly runs: number;
  readonly done: number;
  /** Reported for the first time by the end of its period, or of what an absence added to it. */
  readonly doneOnTime: number;
  /** Due and not reported. */
  readonly overdue: number;
  readonly accepted: number;
  readonly acceptedFirstTime: number;
  readonly acceptedBySilence: number;
  /** Runs that were returned at least once. */
  readonly returned: number;
  readonly minutes: number;
  /** What the catalogue takes for the units that were reported; null where it knows none of the duties. */
  readonly plannedMinutes: number | null;
  /** Accepted runs with a score. */
  readonly rated: number;
  /** Of those that were done or should have been; null where there are none. */
  readonly doneOnTimeBps: number | null;
  /** Of those that were accepted or returned; null where there are none. */
  readonly acceptedFirstTimeBps: number | null;
  /** Mean of the scores in hundredths: 425 is 4.25 of 5. Null where there are none. */
  readonly qualityHundredths: number | null;
}
/** The score of the runs whose periods end in a month. */
export interface MonthScore extends Score {
  /** `2026-03`, of local dates in the zone of the agreement. */
  readonly month: string;
}
/** A score, and how it came about month by month. */
export interface ScoreInTime extends Score {
  /** From the first month in which something fell due, the earliest first; months without runs are left out. */
  readonly months: readonly MonthScore[];
}
export interface Scorecard extends ScoreInTime {
  /** By line, in the order in which the lines first appear. */
  readonly lines: readonly (ScoreInTime & { readonly lineId: string })[];
}

/** Minutes that a unit of a duty takes by the catalogue; undefined where it doesn't say. */
export type UnitMinutes = (dutyCode: string) => number | undefined;
const unknown: UnitMinutes = () => undefined;

/** The scorecard of an engagement's runs at an instant. Nobody is late for what fell due in an absence. */
export function scorecardOf(
  all: readonly DutyRun[],
  absences: readonly AbsentTime[],
  now: string,
  unitMinutes: UnitMinutes = unknown,
): Scorecard {
  const runs = all.map((run) => seenThrough(run, absences, now, unitMinutes));
  const lineIds = [...new Set(runs.map(({ run }) => run.lineId))];
  const lines = lineIds.map((lineId) => ({
    lineId,
    ...inTime(
      runs.filter(({ run }) => run.lineId === lineId),
      now,
    ),
  }));
  return { ...inTime(runs, now), lines };
}

/** A run, and what absences do to it. */
interface SeenRun {
  readonly run: DutyRun;
  readonly falls: boolean;
  /** When it is late; null as long as nobody knows. */
  readonly late: string | null;
  readonly plannedMinutes: number | undefined;
}

function seenThrough(run: DutyRun, absences: readonly AbsentTime[], now: string, unitMinutes: UnitMinutes): SeenRun {
  const away = absencesOfRun(run, absences);
  const falls = run.status !== 'cancelled' && (run.status !== 'scheduled' || owedUnits(run, away, now) > 0);
  const ofUnit = unitMinutes(run.dutyCode);
  const plannedMinutes = ofUnit === undefined || !('quantity' in run) ? undefined : ofUnit * run.quantity;
  return { run, falls, late: lateAt(run, away), plannedMinutes };
}

const monthOf = ({ run }: SeenRun): string => run.periodEndsOn.slice(0, 'yyyy-mm'.length);

/** Months that lie ahead have nothing to tell yet. */
function inTime(all: readonly SeenRun[], now: string): ScoreInTime {
  const begun = all.filter(({ run, falls }) => falls && !isBefore(now, run.startsAt));
  const months = [...new Set(begun.map(monthOf))].sort().map((month) => ({
    month,
    ...scoreOf(
      begun.filter((seen) => monthOf(seen) === month),
      now,
    ),
  }));
  return { ...scoreOf(all, now), months };
}

function scoreOf(all: readonly SeenRun[], now: string): Score {
  const seen = all.filter(({ falls }) => falls);
  const runs = seen.map(({ run }) => run);
  const done = runs.filter((run) => run.status !== 'scheduled' && run.status !== 'cancelled');
  const isOnTime = ({ run, late }: SeenRun): boolean =>
    'firstDoneAt' in run && (late === null || !isBefore(late, run.firstDoneAt));
  const isOverdue = ({ run, late }: SeenRun): boolean =>
    run.status === 'scheduled' && late !== null && !isBefore(now, late);
  const doneOnTime = seen.filter(isOnTime).length;
  const overdue = seen.filter(isOverdue).length;
  const accepted = done.filter((run) => run.status === 'accepted');
  const acceptedFirstTime = accepted.filter((run) => run.timesReturned === 0).length;
  const judged = done.filter((run) => run.status === 'accepted' || run.timesReturned > 0).length;
  const scores = accepted.flatMap((run) => (run.quality === null ? [] : [run.quality]));
  const scoreSum = scores.reduce((a, b) => a + b, 0);
  const planned = seen.flatMap(({ plannedMinutes }) => plannedMinutes ?? []);
  return {
    runs: runs.length,
    done: done.length,
    doneOnTime,
    overdue,
    accepted: accepted.length,
    acceptedFirstTime,
    acceptedBySilence: accepted.filter((run) => run.bySilence).length,
    returned: done.filter((run) => run.timesReturned > 0).length,
    minutes: done.reduce((minutes, run) => minutes + run.minutes, 0),
    plannedMinutes: planned.length === 0 ? null : planned.reduce((a, b) => a + b, 0),
    rated: scores.length,
    doneOnTimeBps: ratio(doneOnTime, done.length + overdue, wholeBps),
    acceptedFirstTimeBps: ratio(acceptedFirstTime, judged, wholeBps),
    qualityHundredths: ratio(scoreSum, scores.length, 100),
  };
}

const ratio = (part: number, whole: number, scale: number): number | null =>
  whole === 0 ? null : Number(divideHalfEven(BigInt(part) * BigInt(scale), BigInt(whole)));
