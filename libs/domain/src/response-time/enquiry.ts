import { isBlank, textLength } from '#text';
import { demand, type Policy, uphold } from '../policy.js';
import { localDayOf } from '../time/expand-weekly.js';
import { dayMs, instantMs, instantOf, minuteMs } from '../time/instant.js';
import { weekOfEpochDay } from '../time/weeks.js';
import type { ResponseHours } from './response-hours.js';
import { WorkingTime } from './working-time.js';

/** What a business tells of a customer's enquiry: when, and nothing of who or what. */
export interface ToldEnquiry {
  /** The business's own number for it. The same one with a later opening is the enquiry reopened, which counts anew. */
  readonly reference: string;
  readonly openedAt: string;
  /** When a person first answered; null while nobody has. */
  readonly firstAnsweredAt: string | null;
  /** Nobody waits for an answer to it: a newsletter, a bounce. Such ones don't count. */
  readonly automatic: boolean;
}

/** An enquiry as it is kept and counted. */
export interface MeasuredEnquiry extends ToldEnquiry {
  /** Whole minutes of the business's hours until the first answer, or for as long as an answer is waited for. */
  readonly workingMinutes: number;
  /** The week in which it was opened, on the business's calendar. */
  readonly openedWeek: number;
}

/** An enquiry that nobody answers in so many days counts as if it had been answered then, so that silence never looks fast. */
export const patienceDays = 14;
export const enquiryBounds = { referenceCharacters: 200, maxAgeDays: 3_653 } as const;

interface Told {
  readonly enquiry: ToldEnquiry;
  readonly openedMs: number;
  readonly answeredMs: number | null;
  readonly nowMs: number;
}

const theReferenceNamesIt: Policy<Told> = ({ enquiry: { reference } }) => {
  const at = ['reference'];
  demand(!isBlank(reference), 'enquiry.reference-missing', { at });
  demand(textLength(reference) <= enquiryBounds.referenceCharacters, 'enquiry.reference-too-long', {
    at,
    atMost: enquiryBounds.referenceCharacters,
  });
};
const itWasOpenedBefore: Policy<Told> = ({ openedMs, nowMs }) =>
  demand(openedMs <= nowMs, 'enquiry.in-the-future', { at: ['openedAt'] });
const itIsNotAncient: Policy<Told> = ({ openedMs, nowMs }) =>
  demand(nowMs - openedMs <= enquiryBounds.maxAgeDays * dayMs, 'enquiry.too-old', {
    at: ['openedAt'],
    maxDays: enquiryBounds.maxAgeDays,
  });
const theAnswerFollows: Policy<Told> = ({ openedMs, answeredMs }) =>
  demand(answeredMs === null || answeredMs >= openedMs, 'enquiry.answered-before-opened', { at: ['firstAnsweredAt'] });
const theAnswerWasGiven: Policy<Told> = ({ answeredMs, nowMs }) =>
  demand(answeredMs === null || answeredMs <= nowMs, 'enquiry.in-the-future', { at: ['firstAnsweredAt'] });

const enquiryPolicies: readonly Policy<Told>[] = [
  theReferenceNamesIt,
  itWasOpenedBefore,
  itIsNotAncient,
  theAnswerFollows,
  theAnswerWasGiven,
];

/** Measures the enquiries of one business by its hours. */
export class EnquiryMeasure {
  private readonly time: WorkingTime;

  constructor(private readonly hours: ResponseHours) {
    this.time = new WorkingTime(hours);
  }

  /**
   * What is told of an enquiry, checked, with its instants in their one spelling, and measured.
   * @throws DomainError `enquiry.*`, `time.bad-instant`
   */
  take(enquiry: ToldEnquiry, now: string): MeasuredEnquiry {
    const openedMs = instantMs(enquiry.openedAt, ['openedAt']);
    const { firstAnsweredAt } = enquiry;
    const answeredMs = firstAnsweredAt === null ? null : instantMs(firstAnsweredAt, ['firstAnsweredAt']);
    uphold(enquiryPolicies, { enquiry, openedMs, answeredMs, nowMs: instantMs(now) });
    return {
      reference: enquiry.reference,
      openedAt: instantOf(openedMs),
      firstAnsweredAt: answeredMs === null ? null : instantOf(answeredMs),
      automatic: enquiry.automatic,
      ...this.of(openedMs, answeredMs),
    };
  }

  /** Instants in milliseconds since 1970; null while nobody has answered. */
  of(openedMs: number, answeredMs: number | null): Pick<MeasuredEnquiry, 'workingMinutes' | 'openedWeek'> {
    const day = localDayOf(this.hours.timeZone, Math.floor(openedMs / minuteMs));
    return {
      workingMinutes: this.time.minutesBetween(openedMs, answeredMs ?? openedMs + patienceDays * dayMs),
      openedWeek: weekOfEpochDay(day),
    };
  }
}
