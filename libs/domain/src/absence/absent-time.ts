import type { AgreementId, AssistantId } from '../ids.js';
import { instantMs, instantOf, minuteMs } from '../time/instant.js';
import type { Slot } from '../time/slot.js';
import { intersectSpans, type Spans, slotsOfSpans, spanMinutes, spansOf, subtractSpans } from '../time/spans.js';

/** Time in which an assistant is away, half open. */
export interface AbsentTime {
  readonly assistantId: AssistantId;
  readonly startsAt: string;
  /** Null as long as nobody knows when she comes back. */
  readonly endsAt: string | null;
  /** The one agreement for which she is away; null for all that she works for. */
  readonly agreementId: AgreementId | null;
}

/** Later than anything that is agreed. */
const never = Date.UTC(2200, 0, 1);

const startOf = ({ startsAt }: AbsentTime): number => instantMs(startsAt);
const endOf = ({ endsAt }: AbsentTime): number => (endsAt === null ? never : instantMs(endsAt));

/** Work of an assistant for an agreement. */
export interface WorkOfAssistant {
  readonly assistantId: AssistantId;
  readonly agreementId: AgreementId;
}

/** Of what is known of absences, what concerns some work. */
export const absencesFrom = (absences: readonly AbsentTime[], work: WorkOfAssistant): AbsentTime[] =>
  absences.filter(
    ({ assistantId, agreementId }) =>
      assistantId === work.assistantId && (agreementId === null || agreementId === work.agreementId),
  );

/** Those that are not over. */
export const absencesAhead = (absences: readonly AbsentTime[], now: string): AbsentTime[] =>
  absences.filter((absence) => endOf(absence) > instantMs(now));

/** Whether she is away at an instant. */
export const isAwayAt = (absences: readonly AbsentTime[], at: string): boolean =>
  absences.some((absence) => startOf(absence) <= instantMs(at) && instantMs(at) < endOf(absence));

/** Whether any of the time lies in an absence. */
export const touchesAbsence = (absences: readonly AbsentTime[], { startAt, endAt }: Slot): boolean =>
  absences.some((absence) => startOf(absence) < instantMs(endAt) && instantMs(startAt) < endOf(absence));

/** The time in which she is there: slots without what lies in an absence, of which a part may be left. */
export const presentTime = (slots: readonly Slot[], absences: readonly AbsentTime[]): Slot[] =>
  slots.flatMap((slot) =>
    touchesAbsence(absences, slot)
      ? slotsOfSpans(subtractSpans(minutesOf(slot.startAt, slot.endAt), absentMinutes(absences)))
      : [slot],
  );

/** Whole minutes of a stretch of time in which she is away. */
export const absentMinutesIn = (absences: readonly AbsentTime[], { startAt, endAt }: Slot): number =>
  spanMinutes(intersectSpans(minutesOf(startAt, endAt), absentMinutes(absences)));

/**
 * When something that is due at an instant is late: then, unless she is away up to that moment. In that case what the absence took
 * of the time before is given back after it. The time for it is half open as absences are: one that begins at the very instant at
 * which it is due takes nothing of it. Null as long as nobody knows when she comes back.
 * @param from when the time for it began
 */
export function lateAfterAbsence(from: string, dueAt: string, absences: readonly AbsentTime[]): string | null {
  const spans = absentMinutes(absences);
  let due = instantMs(dueAt) / minuteMs;
  let counted = instantMs(from) / minuteMs;
  for (let index = 0; index < spans.length; index += 2) {
    const [start, end] = [spans[index]!, spans[index + 1]!];
    if (end <= counted || start >= due || end < due) continue;
    if (end * minuteMs >= never) return null;
    due = end + (due - Math.max(start, counted));
    counted = end;
  }
  return instantOf(due * minuteMs);
}

const minutesOf = (startAt: string, endAt: string): Spans => [
  Math.floor(instantMs(startAt) / minuteMs),
  Math.ceil(instantMs(endAt) / minuteMs),
];

const absentMinutes = (absences: readonly AbsentTime[]): Spans =>
  spansOf(absences.map((absence) => [startOf(absence) / minuteMs, endOf(absence) / minuteMs] as const));
