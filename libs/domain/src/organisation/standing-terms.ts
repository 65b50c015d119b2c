import type { FieldPath } from '../domain-error.js';
import { demand } from '../policy.js';

/** What an agency stands by wherever its listings allow instant booking: it is bound to no more than this without being asked. */
export interface StandingTerms {
  /** Businesses may ask for an answer within so many minutes, and not sooner. */
  readonly responseTargetMinutes: number;
  /** Calling off is free until so many hours before a slot, and not later. */
  readonly freeCancellationHours: number;
  /** Basis points of a slot's price that calling off later costs at the least. */
  readonly lateFeeBps: number;
  /** Work that was marked done counts as accepted after so many hours of silence at the latest. */
  readonly silenceAcceptsAfterHours: number;
  /** Minutes of work, and of booked time, in one week of an agreement at the most. */
  readonly mostMinutesPerWeek: number;
  /** Hours between a booking and its first slot at the least. */
  readonly leastNoticeHours: number;
}

/** What holds as long as an agency says nothing else. */
export const usualStandingTerms: StandingTerms = {
  responseTargetMinutes: 240,
  freeCancellationHours: 24,
  lateFeeBps: 5_000,
  silenceAcceptsAfterHours: 120,
  mostMinutesPerWeek: 40 * 60,
  leastNoticeHours: 0,
};

const bounds: Readonly<Record<keyof StandingTerms, readonly [least: number, most: number]>> = {
  responseTargetMinutes: [1, 10_080],
  freeCancellationHours: [0, 720],
  lateFeeBps: [0, 10_000],
  silenceAcceptsAfterHours: [1, 720],
  mostMinutesPerWeek: [1, 10_080],
  leastNoticeHours: [0, 720],
};
const names = Object.keys(bounds) as (keyof StandingTerms)[];

/** In one spelling. @throws DomainError `agency.standing-terms-out-of-range` */
export function checkedStandingTerms(terms: StandingTerms, at: FieldPath = []): StandingTerms {
  for (const name of names) {
    const [from, to] = bounds[name];
    const fits = Number.isSafeInteger(terms[name]) && terms[name] >= from && terms[name] <= to;
    demand(fits, 'agency.standing-terms-out-of-range', { at: [...at, name], from, to });
  }
  const { responseTargetMinutes, freeCancellationHours, lateFeeBps, silenceAcceptsAfterHours } = terms;
  const { mostMinutesPerWeek, leastNoticeHours } = terms;
  const promised = { responseTargetMinutes, freeCancellationHours, lateFeeBps, silenceAcceptsAfterHours };
  return { ...promised, mostMinutesPerWeek, leastNoticeHours };
}
