import { demand, type Policy } from '../policy.js';
import { dayMs, instantMs, minuteMs } from '../time/instant.js';
import type { Absence, AbsenceReporter, EndAbsence, ReportAbsence, ReportNoShow, WithdrawAbsence } from './absence.js';
import { touchesAbsence } from './absent-time.js';

/** How far a report may reach. */
export const absenceBounds = { backDays: 7, aheadDays: 730, days: 366, noShowBackDays: 14 } as const;

const daysBetween = (from: string, to: string): number => (instantMs(to) - instantMs(from)) / dayMs;

/** Holidays and illness are between her and her agency; a business says that she isn't there. */
const isOfAKindThatTheyCanKnow: Policy<ReportAbsence> = ({ reportedBy, kind }) =>
  demand(reportedBy !== 'business' || kind === 'other', 'absence.kind-not-theirs', { at: ['kind'] });

const aBusinessSpeaksForItself: Policy<ReportAbsence> = ({ reportedBy, agreementId }) =>
  demand((reportedBy === 'business') === (agreementId !== null), 'absence.engagement-of-business', {
    at: ['engagementId'],
  });

const aHolidayHasAnEnd: Policy<ReportAbsence> = ({ kind, endsAt }) =>
  demand(kind !== 'holiday' || endsAt !== null, 'absence.end-missing', { at: ['endsAt'] });

const lastsForAWhile = (startsAt: string, endsAt: string): void => {
  demand(instantMs(startsAt) < instantMs(endsAt), 'absence.reversed', { at: ['endsAt'] });
  const { days } = absenceBounds;
  demand(daysBetween(startsAt, endsAt) <= days, 'absence.too-long', { at: ['endsAt'], days });
};

const endsAfterItBegins: Policy<ReportAbsence> = ({ startsAt, endsAt }) => {
  if (endsAt !== null) lastsForAWhile(startsAt, endsAt);
};

/** What was paused later than that would undo what others have relied on. */
const isReportedInTime: Policy<ReportAbsence> = ({ startsAt, now }) => {
  const { backDays, aheadDays } = absenceBounds;
  demand(daysBetween(startsAt, now) <= backDays, 'absence.too-long-ago', { at: ['startsAt'], days: backDays });
  demand(daysBetween(now, startsAt) <= aheadDays, 'absence.too-far-ahead', { at: ['startsAt'], days: aheadDays });
};

const nobodyIsAwayTwice: Policy<Pick<ReportAbsence, 'others' | 'agreementId' | 'startsAt' | 'endsAt'>> = (report) => {
  const { others, agreementId, startsAt, endsAt } = report;
  const alike = others.filter((other) => other.agreementId === null || other.agreementId === agreementId);
  const overlaps = touchesAbsence(alike, { startAt: startsAt, endAt: endsAt ?? '2199-01-01T00:00:00.000Z' });
  demand(!overlaps, 'absence.overlaps', { at: ['startsAt'] });
};

const nothingWasWorkedMeanwhile: Policy<
  Pick<ReportAbsence, 'recorded' | 'startsAt' | 'endsAt' | 'agreementId' | 'assistantId'>
> = ({ recorded, ...absence }) => {
  const worked = recorded.find((time) => touchesAbsence([absence], time));
  demand(worked === undefined, 'absence.time-recorded', { at: ['startsAt'], startedAt: worked?.startAt });
};

export const reportPolicies: readonly Policy<ReportAbsence>[] = [
  isOfAKindThatTheyCanKnow,
  aBusinessSpeaksForItself,
  aHolidayHasAnEnd,
  endsAfterItBegins,
  isReportedInTime,
  nobodyIsAwayTwice,
  nothingWasWorkedMeanwhile,
];

const isOfBookedTime: Policy<ReportNoShow> = ({ slot }) =>
  demand(slot !== undefined, 'absence.slot-unknown', { at: ['slotStartsAt'] });

const theSlotHasBegun: Policy<ReportNoShow> = ({ slot, now }) =>
  demand(instantMs(slot!.startAt) <= instantMs(now), 'absence.slot-not-begun', { at: ['slotStartsAt'] });

const itIsRememberedWell: Policy<ReportNoShow> = ({ slot, now }) => {
  const days = absenceBounds.noShowBackDays;
  demand(daysBetween(slot!.startAt, now) <= days, 'absence.no-show-too-late', { at: ['slotStartsAt'], days });
};

const asAbsence = ({ slot, assistantId, agreementId, others, recorded }: ReportNoShow) => ({
  assistantId,
  startsAt: slot!.startAt,
  endsAt: slot!.endAt,
  agreementId,
  others,
  recorded,
});

export const noShowPolicies: readonly Policy<ReportNoShow>[] = [
  isOfBookedTime,
  theSlotHasBegun,
  itIsRememberedWell,
  (report) => nobodyIsAwayTwice(asAbsence(report)),
  (report) => nothingWasWorkedMeanwhile(asAbsence(report)),
];

type Step<Command> = { readonly command: Command; readonly absence: Absence };

const isNotWithdrawn: Policy<Step<unknown>> = ({ absence }) =>
  demand(absence.status === 'reported', 'absence.withdrawn');

/** Who is ill says so herself or through her agency; the other side can't say that she is well. */
const isOfTheSameSide: Policy<Step<{ readonly by: AbsenceReporter }>> = ({ command, absence }) =>
  demand((command.by === 'business') === (absence.reportedBy === 'business'), 'absence.not-the-reporter');

const isNotOver: Policy<Step<EndAbsence>> = ({ command: { now }, absence: { endsAt } }) =>
  demand(endsAt === null || instantMs(now) < instantMs(endsAt), 'absence.over');

/** What was paused stays so. */
const endsNowOrLater: Policy<Step<EndAbsence>> = ({ command: { endsAt, now }, absence: { startsAt } }) => {
  demand(instantMs(endsAt) > instantMs(now) - minuteMs, 'absence.end-in-the-past', { at: ['endsAt'] });
  lastsForAWhile(startsAt, endsAt);
};

export const endPolicies: readonly Policy<Step<EndAbsence>>[] = [
  isNotWithdrawn,
  isOfTheSameSide,
  isNotOver,
  endsNowOrLater,
  ({ command: { others, endsAt }, absence: { startsAt, agreementId } }) =>
    nobodyIsAwayTwice({ others, agreementId, startsAt, endsAt }),
];

/** Billing would begin again for time that has passed: only the side that pays may say so. */
const nothingIsChargedAfterwards: Policy<Step<WithdrawAbsence>> = ({ command: { by, now }, absence: { startsAt } }) =>
  demand(by === 'business' || instantMs(now) < instantMs(startsAt), 'absence.begun');

export const withdrawalPolicies: readonly Policy<Step<WithdrawAbsence>>[] = [
  isNotWithdrawn,
  isOfTheSameSide,
  nothingIsChargedAfterwards,
];
