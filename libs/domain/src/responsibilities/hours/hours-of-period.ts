import type { Money } from '../../billing/money/money.js';
import type { HourPackId } from '../../ids.js';
import { demand } from '../../policy.js';
import { endOfDay, localDate, plusHours, startOfDay } from '../../time/calendar.js';
import { instantMs, minuteMs } from '../../time/instant.js';
import { type Period, periodAt } from '../../time/periods.js';
import type { Slot } from '../../time/slot.js';
import type { AgreementTerms } from '../agreement/agreement-terms.js';

/** What the agreement says of a line by the hour in one of its periods. */
export interface HoursOfPeriod {
  readonly lineId: string;
  readonly description: string;
  readonly hourlyRate: Money;
  readonly stepMinutes: number;
  /** The most that is charged in the period; of a pack, the most that it had when the time was recorded. */
  readonly ceilingMinutes: number;
  /** The pack of hours that it is taken from; left out where it is charged. */
  readonly pack?: { readonly hourPackId: HourPackId };
  readonly silenceAcceptsAfterHours: number;
  readonly period: Period;
  /** The first instant of the period, and the one after its last. */
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Minutes of other entries of the line in the period, in steps: those that wait for the business, and those it accepted. */
export interface CountedMinutes {
  readonly recorded: number;
  readonly accepted: number;
  /** What the packs have for the period now, in the place of its ceiling; left out where there is none. */
  readonly packedMinutes?: number;
}

/** The most that entries of a period may take together. */
export const ceilingOf = ({ ceilingMinutes }: HoursOfPeriod, { packedMinutes }: CountedMinutes): number =>
  packedMinutes ?? ceilingMinutes;

/**
 * The line, and the period of it that a time falls into.
 * @param terms of the version in force; null while there is none
 * @param lastDayOn of a notice, where there is one
 * @throws DomainError `time-entry.agreement-not-accepted`, `time-entry.line-unknown`, `time-entry.line-per-unit`,
 * `time-entry.outside-agreement`, `time-entry.after-last-day`
 */
export function hoursOfPeriod(
  terms: AgreementTerms | null,
  lineId: string,
  at: string,
  lastDayOn: string | undefined = terms?.endsOn,
): HoursOfPeriod {
  demand(terms !== null, 'time-entry.agreement-not-accepted');
  const line = terms.lines.find((one) => one.lineId === lineId && one.accountable.party === 'assistant');
  demand(line !== undefined, 'time-entry.line-unknown', { at: ['lineId'], lineId });
  demand(line.asNeeded !== undefined, 'time-entry.line-per-unit', { at: ['lineId'], lineId });
  const { startsOn, endsOn, timeZone, silenceAcceptsAfterHours } = terms;
  const period = periodAt(line.cadence, terms, localDate(at, timeZone));
  demand(period !== undefined, 'time-entry.outside-agreement', { at: ['startedAt'], startsOn, endsOn });
  demand(localDate(at, timeZone) <= (lastDayOn ?? endsOn), 'time-entry.after-last-day', {
    at: ['startedAt'],
    lastDayOn,
  });
  return {
    lineId,
    description: line.description,
    hourlyRate: line.unitPrice,
    stepMinutes: line.asNeeded.stepMinutes,
    ceilingMinutes: line.volume * 60,
    silenceAcceptsAfterHours,
    period,
    startsAt: startOfDay(period.startsOn, timeZone),
    endsAt: endOfDay(period.endsOn, timeZone),
  };
}

/** Whole minutes that passed between two instants, whatever clocks showed meanwhile. */
export const elapsedMinutes = (startedAt: string, endedAt: string): number =>
  Math.floor((instantMs(endedAt) - instantMs(startedAt)) / minuteMs);

/** Up to the next whole step. */
export const inSteps = (minutes: number, stepMinutes: number): number => Math.ceil(minutes / stepMinutes) * stepMinutes;

/** When the booked time that an instant is in is over, with what is booked right behind it; null where nothing is booked. */
export function bookedUntil(booked: readonly Slot[], at: string): string | null {
  const atMs = instantMs(at);
  let until: string | null = null;
  for (const { startAt, endAt } of [...booked].sort((a, b) => instantMs(a.startAt) - instantMs(b.startAt))) {
    if (until === null ? instantMs(startAt) <= atMs && atMs < instantMs(endAt) : startAt === until) until = endAt;
  }
  return until;
}

/** When the next booked time begins; null where none is ahead. */
export const nextBookedAt = (booked: readonly Slot[], now: string): string | null =>
  booked
    .map(({ startAt }) => startAt)
    .filter((startAt) => instantMs(startAt) > instantMs(now))
    .sort()[0] ?? null;

/** Minutes of booked time that begins in the period. */
export const bookedMinutesIn = (booked: readonly Slot[], { startsAt, endsAt }: HoursOfPeriod): number =>
  booked
    .filter(({ startAt }) => instantMs(startAt) >= instantMs(startsAt) && instantMs(startAt) < instantMs(endsAt))
    .reduce((total, { startAt, endAt }) => total + elapsedMinutes(startAt, endAt), 0);

/** When silence accepts what was recorded at an instant. */
export const silenceAcceptsAt = (recordedAt: string, { silenceAcceptsAfterHours }: HoursOfPeriod): string =>
  plusHours(recordedAt, silenceAcceptsAfterHours);
