import { type AbsentTime, absencesFrom, absentMinutesIn, lateAfterAbsence } from '../../absence/absent-time.js';
import { add, type Money, times, zero } from '../../billing/money/money.js';
import { instantMs, minuteMs } from '../../time/instant.js';
import type { DutyRun, PlannedRun } from './duty-run.js';

/** An absence without an end counts up to the moment at which somebody asks. */
const upTo = (absences: readonly AbsentTime[], now: string): AbsentTime[] =>
  absences
    .map((absence) => ({ ...absence, endsAt: absence.endsAt ?? now }))
    .filter(({ startsAt, endsAt }) => instantMs(startsAt) < instantMs(endsAt));

/**
 * The units that a run owes when the assistant is away for some of its period: those of the time in which she is there. What
 * is left of a unit stays owed, so that somebody who is away for a day of a week still does what is done once a week; away for all
 * of it, nothing is owed.
 */
export function owedUnits(
  run: Pick<PlannedRun, 'volume' | 'startsAt' | 'dueAt'>,
  absences: readonly AbsentTime[],
  now: string,
): number {
  const period = { startAt: run.startsAt, endAt: run.dueAt };
  const minutes = (instantMs(run.dueAt) - instantMs(run.startsAt)) / minuteMs;
  const absent = absentMinutesIn(upTo(absences, now), period);
  return run.volume - Math.floor((run.volume * absent) / minutes);
}

/** When a run is late; null as long as she is away and nobody knows until when. */
export const lateAt = ({ startsAt, dueAt }: Pick<PlannedRun, 'startsAt' | 'dueAt'>, absences: readonly AbsentTime[]) =>
  lateAfterAbsence(startsAt, dueAt, absences);

/** The absences that a run suffers from: of whoever had it, as long as she had it. */
export function absencesOfRun(
  { agreementId, assistantId, formerly = [] }: Pick<DutyRun, 'agreementId' | 'assistantId' | 'formerly'>,
  absences: readonly AbsentTime[],
): AbsentTime[] {
  const hands = [...formerly, { assistantId, until: null }];
  return hands.flatMap((hand, index) => {
    const since = hands[index - 1]?.until ?? null;
    return absencesFrom(absences, { agreementId, assistantId: hand.assistantId })
      .map((absence) => ({ ...absence, ...within(absence, since, hand.until) }))
      .filter(({ startsAt, endsAt }) => endsAt === null || instantMs(startsAt) < instantMs(endsAt));
  });
}

function within({ startsAt, endsAt }: AbsentTime, since: string | null, until: string | null) {
  return {
    startsAt: since !== null && instantMs(startsAt) < instantMs(since) ? since : startsAt,
    endsAt: until !== null && (endsAt === null || instantMs(endsAt) > instantMs(until)) ? until : endsAt,
  };
}

/** A line of an agreement, and what absences take off it. */
export interface NotOwed {
  readonly lineId: string;
  readonly description: string;
  readonly unit: string;
  readonly quantity: number;
  readonly amount: Money;
}

/** What the lines per unit of an agreement don't owe because the assistant was or will be away, in the order of the runs. */
export function notOwedOf(runs: readonly DutyRun[], absences: readonly AbsentTime[], now: string): NotOwed[] {
  const lines = new Map<string, NotOwed>();
  for (const run of runs) {
    if (run.status === 'cancelled') continue;
    const own = absencesOfRun(run, absences);
    const quantity = run.volume - ('evidence' in run ? (run.owed ?? run.volume) : owedUnits(run, own, now));
    if (quantity === 0) continue;
    const { lineId, description, unit, unitPrice } = run;
    const before = lines.get(lineId);
    const amount = add(before?.amount ?? zero(unitPrice.currency), times(unitPrice, quantity));
    lines.set(lineId, { lineId, description, unit, quantity: (before?.quantity ?? 0) + quantity, amount });
  }
  return [...lines.values()];
}
