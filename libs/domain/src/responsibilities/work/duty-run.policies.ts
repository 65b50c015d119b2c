import { isBlank, textLength } from '#text';
import { isAwayAt } from '../../absence/absent-time.js';
import { demandReady, isDayOff } from '../../booking/readiness.js';
import type { Party } from '../../organisation/party.js';
import { demand, type Policy } from '../../policy.js';
import { daysIncluded, isBefore } from '../../time/calendar.js';
import type {
  AcceptDutyRun,
  AcceptDutyRunBySilence,
  DoneDutyRun,
  DutyRun,
  Evidence,
  MarkDutyRunDone,
  ReturnDutyRun,
} from './duty-run.js';
import { absencesOfRun, owedUnits } from './run-in-absence.js';

/** Bounds of what may be reported about a run. */
export const dutyRunBounds = {
  minutesPerDay: 1440,
  evidence: 20,
  evidenceCharacters: 2000,
  reasonCharacters: 2000,
  /** Rounds in which the business sends it back; after that it takes it, or disputes it. */
  returns: 3,
} as const;

type Step<Command, Run extends DutyRun = DutyRun> = { readonly command: Command; readonly run: Run };

const isByTheAgency: Policy<Step<{ readonly by: Party }>> = ({ command, run }) =>
  demand(command.by.organisationId === run.agencyId, 'duty-run.not-the-agency');

const isByTheBusiness: Policy<Step<{ readonly by: Party }>> = ({ command, run }) =>
  demand(command.by.organisationId === run.businessId, 'duty-run.not-the-business');

const theEngagementHasBegun: Policy<Step<MarkDutyRunDone>> = ({ command, run }) => {
  const begun = command.engagement?.engagementId === run.agreementId;
  demand(begun, 'duty-run.engagement-not-confirmed');
};

/** What had begun before the end may still be finished. */
const beganBeforeTheEnd: Policy<Step<MarkDutyRunDone>> = ({ command: { engagement }, run }) =>
  demand(engagement?.status !== 'ended' || isBefore(run.startsAt, engagement.endedAt), 'duty-run.engagement-ended');

/** Nothing falls due after the last day of a notice, also in the minute before the engagement is ended. */
const beganByTheLastDay: Policy<Step<MarkDutyRunDone>> = ({ command: { engagement }, run }) => {
  const lastDayOn = engagement?.notice?.lastDayOn;
  demand(lastDayOn === undefined || run.periodStartsOn <= lastDayOn, 'duty-run.after-last-day', { lastDayOn });
};

const isToBeDone: Policy<Step<MarkDutyRunDone>> = ({ run }) =>
  demand(run.status === 'scheduled' || run.status === 'returned', 'duty-run.not-open', { status: run.status });

const isNotBeforeThePeriod: Policy<Step<MarkDutyRunDone>> = ({ command, run }) =>
  demand(!isBefore(command.doneAt, run.startsAt), 'duty-run.before-the-period', {
    at: ['doneAt'],
    startsAt: run.startsAt,
  });

const isNotInTheFuture: Policy<Step<MarkDutyRunDone>> = ({ command }) =>
  demand(!isBefore(command.now, command.doneAt), 'duty-run.in-the-future', { at: ['doneAt'] });

const isDoneAgainAfterItsReturn: Policy<Step<MarkDutyRunDone>> = ({ command, run }) =>
  demand(run.status !== 'returned' || !isBefore(command.doneAt, run.returnedAt), 'duty-run.done-before-return', {
    at: ['doneAt'],
  });

/** What nobody may work on isn't charged either. */
const theAssistantMayWork: Policy<Step<MarkDutyRunDone>> = ({ command: { readiness, now } }) =>
  demandReady('duty-run', readiness, now);

const isDoneOnNoDayOff: Policy<Step<MarkDutyRunDone>> = ({ command: { readiness, daysOffAgreed, doneAt } }) => {
  const isOff = !daysOffAgreed && isDayOff(readiness.assistant, doneAt);
  demand(!isOff, 'duty-run.on-day-off', { at: ['doneAt'] });
};

const minutesFitThePeriod: Policy<Step<MarkDutyRunDone>> = ({ command: { minutes }, run }) => {
  const atMost = dutyRunBounds.minutesPerDay * daysIncluded(run.periodStartsOn, run.periodEndsOn);
  const fits = Number.isSafeInteger(minutes) && minutes >= 1 && minutes <= atMost;
  demand(fits, 'duty-run.minutes-out-of-range', { at: ['minutes'], from: 1, to: atMost });
};

const absencesOf = ({ command: { absences }, run }: Step<MarkDutyRunDone>) => absencesOfRun(run, absences);

/** Units that the run owes, without what absences take off it. */
export const owedOf = (step: Step<MarkDutyRunDone>): number => owedUnits(step.run, absencesOf(step), step.command.now);

const isDoneWhileSheIsThere: Policy<Step<MarkDutyRunDone>> = (step) =>
  demand(!isAwayAt(absencesOf(step), step.command.doneAt), 'duty-run.during-absence', { at: ['doneAt'] });

const somethingIsOwed: Policy<Step<MarkDutyRunDone>> = (step) => demand(owedOf(step) > 0, 'duty-run.nothing-owed');

const quantityFitsWhatIsOwed: Policy<Step<MarkDutyRunDone>> = (step) => {
  const { quantity } = step.command;
  const owed = owedOf(step);
  const fits = Number.isSafeInteger(quantity) && quantity >= 1 && quantity <= owed;
  demand(fits, 'duty-run.quantity-out-of-range', { at: ['quantity'], from: 1, to: owed });
};

const someEvidenceIsGiven: Policy<Step<MarkDutyRunDone>> = ({ command: { evidence } }) => {
  demand(evidence.length > 0, 'duty-run.without-evidence', { at: ['evidence'] });
  demand(evidence.length <= dutyRunBounds.evidence, 'duty-run.too-much-evidence', {
    at: ['evidence'],
    atMost: dutyRunBounds.evidence,
  });
};

const evidenceIsWhatItSays: Policy<Step<MarkDutyRunDone>> = ({ command: { evidence } }) => {
  for (const [index, piece] of evidence.entries()) {
    demand(isEvidence(piece), 'duty-run.bad-evidence', { at: ['evidence', index, 'value'], kind: piece.kind });
  }
};

function isEvidence({ kind, value }: Evidence): boolean {
  if (textLength(value) > dutyRunBounds.evidenceCharacters) return false;
  switch (kind) {
    case 'link':
      return /^https?:\/\/[^\s/?#]+\S*$/i.test(value);
    case 'document-hash':
      return /^[0-9a-f]{64}$/.test(value);
    case 'file':
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
    case 'note':
      return !isBlank(value);
    default:
      return kind satisfies never;
  }
}

export const donePolicies: readonly Policy<Step<MarkDutyRunDone>>[] = [
  isByTheAgency,
  theEngagementHasBegun,
  beganBeforeTheEnd,
  beganByTheLastDay,
  isToBeDone,
  theAssistantMayWork,
  isNotInTheFuture,
  isNotBeforeThePeriod,
  isDoneAgainAfterItsReturn,
  isDoneOnNoDayOff,
  isDoneWhileSheIsThere,
  minutesFitThePeriod,
  somethingIsOwed,
  quantityFitsWhatIsOwed,
  someEvidenceIsGiven,
  evidenceIsWhatItSays,
];

const qualityIsAScore: Policy<Step<AcceptDutyRun>> = ({ command: { quality } }) =>
  demand([1, 2, 3, 4, 5].includes(quality), 'duty-run.quality-out-of-range', { at: ['quality'], from: 1, to: 5 });

export const acceptPolicies: readonly Policy<Step<AcceptDutyRun>>[] = [isByTheBusiness, qualityIsAScore];

const aReasonIsGiven: Policy<Step<ReturnDutyRun>> = ({ command: { reason } }) => {
  demand(!isBlank(reason), 'duty-run.reason-missing', { at: ['reason'] });
  demand(textLength(reason) <= dutyRunBounds.reasonCharacters, 'duty-run.reason-too-long', {
    at: ['reason'],
    atMost: dutyRunBounds.reasonCharacters,
  });
};

const roundsAreLeft: Policy<Step<ReturnDutyRun>> = ({ run: { timesReturned } }) =>
  demand(timesReturned < dutyRunBounds.returns, 'duty-run.returned-too-often', { atMost: dutyRunBounds.returns });

export const returnPolicies: readonly Policy<Step<ReturnDutyRun>>[] = [isByTheBusiness, aReasonIsGiven, roundsAreLeft];

/** Whether the business has been silent about done work for as long as the agreement says. */
export const isAcceptedBySilence = (run: DutyRun, now: string): boolean =>
  run.status === 'done' && !isBefore(now, run.silenceAcceptsAt);

const silenceLastedLongEnough: Policy<Step<AcceptDutyRunBySilence, DoneDutyRun>> = ({ command, run }) =>
  demand(isAcceptedBySilence(run, command.now), 'duty-run.silence-too-short', {
    silenceAcceptsAt: run.silenceAcceptsAt,
  });

export const silencePolicies: readonly Policy<Step<AcceptDutyRunBySilence, DoneDutyRun>>[] = [silenceLastedLongEnough];
