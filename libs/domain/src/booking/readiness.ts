import type { AbsentTime } from '../absence/absent-time.js';
import type { AgencyStatus } from '../organisation/agency.js';
import { demand } from '../policy.js';
import { type ClearedWorkplace, isClearedIn } from '../safety/cleared-workplace.js';
import type { Assistant } from '../supply/assistant.js';
import { localDayOf } from '../time/expand-weekly.js';
import { instantMs, minuteMs } from '../time/instant.js';
import { dateOfEpochDay } from '../time/local-date.js';
import type { AskedSlot, Slot } from '../time/slot.js';

/** The supply side of an agreement as it is at the moment: what was true when a step began is checked again when it counts. */
export interface Readiness {
  readonly agencyStatus: AgencyStatus;
  readonly assistant: Pick<Assistant, 'status' | 'countryCode' | 'timeZone' | 'daysOff'>;
  /** Granted, and of whatever place; null without one. */
  readonly clearance: ClearedWorkplace | null;
  /** The latest ones that are known, for whomever; who asks heeds those from their own agreement. */
  readonly absences: readonly AbsentTime[];
}

/** Why somebody can't work, in the order in which it is looked at; each is a code of whoever refuses, `<noun>.<reason>`. */
export const readinessReasons = [
  'agency-not-verified',
  'assistant-not-published',
  'clearance-missing',
  'clearance-elsewhere',
  'clearance-too-short',
] as const;
export type ReadinessReason = (typeof readinessReasons)[number];

/**
 * What keeps the assistant from working until an instant. Who is paused keeps what is booked; who is withdrawn doesn't.
 * Of a clearance one reason is told at most.
 */
export function unreadinessOf({ agencyStatus, assistant, clearance }: Readiness, untilAt: string): ReadinessReason[] {
  const reasons: ReadinessReason[] = [];
  if (agencyStatus !== 'verified') reasons.push('agency-not-verified');
  if (assistant.status !== 'published' && assistant.status !== 'paused') reasons.push('assistant-not-published');
  if (clearance === null) reasons.push('clearance-missing');
  else if (!isClearedIn(clearance, assistant.countryCode)) reasons.push('clearance-elsewhere');
  else if (instantMs(clearance.validUntil) < instantMs(untilAt)) reasons.push('clearance-too-short');
  return reasons;
}

/**
 * @param where what of it to name in the refusal
 * @throws DomainError `<noun>.<reason>` with the first reason that there is
 */
export function demandReady(
  noun: 'booking' | 'agreement' | 'duty-run' | 'time-entry' | 'substitution',
  readiness: Readiness,
  untilAt: string,
  where: Pick<Partial<AskedSlot>, 'at' | 'which'> = {},
): asserts readiness is Readiness & { readonly clearance: ClearedWorkplace } {
  const [reason] = unreadinessOf(readiness, untilAt);
  demand(reason === undefined, `${noun}.${reason}`, { ...where, untilAt });
}

/** Whether any of the time is on a day off, on the assistant's own clock. */
export function isOnDayOff({ timeZone, daysOff }: Readiness['assistant'], slots: readonly Slot[]): boolean {
  const dateOf = (minute: number): string => dateOfEpochDay(localDayOf(timeZone, minute));
  return slots.some(({ startAt, endAt }) => {
    const first = dateOf(Math.floor(instantMs(startAt) / minuteMs));
    const last = dateOf(Math.ceil(instantMs(endAt) / minuteMs) - 1);
    return daysOff.some(({ from, to }) => first <= to && last >= from);
  });
}

/** Whether an instant is on a day off, on the assistant's own clock. */
export const isDayOff = ({ timeZone, daysOff }: Readiness['assistant'], at: string): boolean => {
  const date = dateOfEpochDay(localDayOf(timeZone, Math.floor(instantMs(at) / minuteMs)));
  return daysOff.some(({ from, to }) => date >= from && date <= to);
};
