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

/**
 * What runs come to that are counted alike. Tallies add up, so it is the same whether one reads them run by run, or a database
 * counts many runs at once.
 */
export interface RunTally {
  readonly lineId: string;
  /** In which their periods end, as `2026-03`. */
  readonly month: string;
  /** Whether their periods have begun; months that lie ahead have nothing to tell yet. */
  readonly begun: boolean;
  readonly counts: RunCounts;
}
/** What is counted of a score; its shares follow from that. */
export interface RunCounts extends Omit<Score, 'doneOnTimeBps' | 'acceptedFirstTimeBps' | 'qualityHundredths'> {
  /** What was reported, in the units of the lines. */
  readonly units: number;
  /** Runs that were accepted or returned. */
  readonly judged: number;
  /** Sum of the scores of those that are `rated`. */
  readonly qualitySum: number;
}

/** The scorecard of an engagement's runs at an instant. Nobody is late for what fell due in an absence. */
export const scorecardOf = (
  runs: readonly DutyRun[],
  absences: readonly AbsentTime[],
  now: string,
  unitMinutes: UnitMinutes = unknown,
): Scorecard => scorecardOfTallies(runs.map((run) => tallyOfRun(run, absences, now, unitMinutes)));

/** The same of tallies, by line in the order in which the lines first appear among them. */
export function scorecardOfTallies(tallies: readonly RunTally[]): Scorecard {
  const lines = [...groupedBy(tallies, ({ lineId }) => lineId)].map(([lineId, ofLine]) => ({
    lineId,
    ...inTime(ofLine),
  }));
  return { ...inTime(tallies), lines };
}

/** What tallies of one duty come to, whichever lines and months they are of. */
export const workOfTallies = (tallies: readonly RunTally[]): Score & Pick<RunCounts, 'units'> => ({
  ...scoreOf(tallies),
  units: tallies.reduce((units, { counts }) => units + counts.units, 0),
});

/** What one run comes to, and what absences do to it. */
export function tallyOfRun(
  run: DutyRun,
  absences: readonly AbsentTime[],
  now: string,
  unitMinutes: UnitMinutes = unknown,
): RunTally {
  const { lineId, startsAt, periodEndsOn } = run;
  const away = absencesOfRun(run, absences);
  const falls = run.status !== 'cancelled' && (run.status !== 'scheduled' || owedUnits(run, away, now) > 0);
  const counts = falls ? countsOf(run, lateAt(run, away), now, unitMinutes) : nothing;
  return { lineId, month: periodEndsOn.slice(0, 'yyyy-mm'.length), begun: !isBefore(now, startsAt), counts };
}

/** @param late when the run is late; null as long as nobody knows */
function countsOf(run: DutyRun, late: string | null, now: string, unitMinutes: UnitMinutes): RunCounts {
  const reported = 'firstDoneAt' in run ? run : null;
  const accepted = run.status === 'accepted' ? run : null;
  const isReturned = reported !== null && run.timesReturned > 0;
  const ofUnit = unitMinutes(run.dutyCode);
  return {
    runs: 1,
    done: one(reported !== null),
    doneOnTime: one(reported !== null && (late === null || !isBefore(late, reported.firstDoneAt))),
    overdue: one(reported === null && late !== null && !isBefore(now, late)),
    accepted: one(accepted !== null),
    acceptedFirstTime: one(accepted !== null && run.timesReturned === 0),
    acceptedBySilence: one(accepted?.bySilence === true),
    returned: one(isReturned),
    units: reported?.quantity ?? 0,
    judged: one(accepted !== null || isReturned),
    minutes: reported?.minutes ?? 0,
    plannedMinutes: ofUnit === undefined || reported === null ? null : ofUnit * reported.quantity,
    rated: one(typeof accepted?.quality === 'number'),
    qualitySum: accepted?.quality ?? 0,
  };
}

const one = (holds: boolean): number => (holds ? 1 : 0);

/** Runs that don't count. */
const nothing: RunCounts = {
  runs: 0,
  done: 0,
  doneOnTime: 0,
  overdue: 0,
  accepted: 0,
  acceptedFirstTime: 0,
  acceptedBySilence: 0,
  returned: 0,
  units: 0,
  judged: 0,
  minutes: 0,
  plannedMinutes: null,
  rated: 0,
  qualitySum: 0,
};
const counted = Object.keys(nothing) as (keyof RunCounts)[];

function inTime(tallies: readonly RunTally[]): ScoreInTime {
  const told = tallies.filter(({ begun, counts }) => begun && counts.runs > 0);
  const months = [...groupedBy(told, ({ month }) => month)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, ofMonth]) => ({ month, ...scoreOf(ofMonth) }));
  return { ...scoreOf(tallies), months };
}

function groupedBy(tallies: readonly RunTally[], keyOf: (tally: RunTally) => string): Map<string, RunTally[]> {
  const groups = new Map<string, RunTally[]>();
  for (const tally of tallies) {
    const key = keyOf(tally);
    const group = groups.get(key);
    if (group) group.push(tally);
    else groups.set(key, [tally]);
  }
  return groups;
}

function scoreOf(tallies: readonly RunTally[]): Score {
  const total = { ...nothing } as { -readonly [Count in keyof RunCounts]: RunCounts[Count] };
  for (const { counts } of tallies) {
    for (const count of counted) {
      const more = counts[count];
      if (more !== null) total[count] = (total[count] ?? 0) + more;
    }
  }
  const { units: _, judged, qualitySum, ...score } = total;
  return {
    ...score,
    doneOnTimeBps: ratio(score.doneOnTime, score.done + score.overdue, wholeBps),
    acceptedFirstTimeBps: ratio(score.acceptedFirstTime, judged, wholeBps),
    qualityHundredths: ratio(qualitySum, score.rated, 100),
  };
}

const ratio = (part: number, whole: number, scale: number): number | null =>
  whole === 0 ? null : Number(divideHalfEven(BigInt(part) * BigInt(scale), BigInt(whole)));
