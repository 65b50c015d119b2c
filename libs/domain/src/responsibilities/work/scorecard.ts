import { divideHalfEven, wholeBps } from '../../billing/money/money.js';
import { isBefore } from '../../time/calendar.js';
import type { DutyRun } from './duty-run.js';

/** What can be seen of the work from afar: whether things are done, when, and how well. Shares are basis points. */
export interface Score {
  /** Runs that fall or fell due; cancelled ones don't. */
  readonly runs: number;
  readonly done: number;
  /** Reported for the first time by the end of its period. */
  readonly doneOnTime: number;
  /** Due and not reported. */
  readonly overdue: number;
  readonly accepted: number;
  readonly acceptedFirstTime: number;
  readonly acceptedBySilence: number;
  /** Runs that were returned at least once. */
  readonly returned: number;
  readonly minutes: number;
  /** Accepted runs with a score. */
  readonly rated: number;
  /** Of those that were done or should have been; null where there are none. */
  readonly doneOnTimeBps: number | null;
  /** Of those that were accepted or returned; null where there are none. */
  readonly acceptedFirstTimeBps: number | null;
  /** Mean of the scores in hundredths: 425 is 4.25 of 5. Null where there are none. */
  readonly qualityHundredths: number | null;
}
export interface Scorecard extends Score {
  /** By line, in the order in which the lines first appear. */
  readonly lines: readonly (Score & { readonly lineId: string })[];
}

/** The scorecard of an engagement's runs at an instant. */
export function scorecardOf(runs: readonly DutyRun[], now: string): Scorecard {
  const lineIds = [...new Set(runs.map((run) => run.lineId))];
  const lines = lineIds.map((lineId) => ({
    lineId,
    ...scoreOf(
      runs.filter((run) => run.lineId === lineId),
      now,
    ),
  }));
  return { ...scoreOf(runs, now), lines };
}

function scoreOf(all: readonly DutyRun[], now: string): Score {
  const runs = all.filter((run) => run.status !== 'cancelled');
  const done = runs.filter((run) => run.status !== 'scheduled');
  const doneOnTime = done.filter((run) => !isBefore(run.dueAt, run.firstDoneAt)).length;
  const overdue = runs.filter((run) => run.status === 'scheduled' && !isBefore(now, run.dueAt)).length;
  const accepted = done.filter((run) => run.status === 'accepted');
  const acceptedFirstTime = accepted.filter((run) => run.timesReturned === 0).length;
  const judged = done.filter((run) => run.status === 'accepted' || run.timesReturned > 0).length;
  const scores = accepted.flatMap((run) => (run.quality === null ? [] : [run.quality]));
  const scoreSum = scores.reduce((a, b) => a + b, 0);
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
    rated: scores.length,
    doneOnTimeBps: ratio(doneOnTime, done.length + overdue, wholeBps),
    acceptedFirstTimeBps: ratio(acceptedFirstTime, judged, wholeBps),
    qualityHundredths: ratio(scoreSum, scores.length, 100),
  };
}

const ratio = (part: number, whole: number, scale: number): number | null =>
  whole === 0 ? null : Number(divideHalfEven(BigInt(part) * BigInt(scale), BigInt(whole)));
