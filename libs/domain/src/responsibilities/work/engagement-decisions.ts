import { textLength } from '#text';
import type { CancelBooking } from '../../booking/booking.js';
import { decideBy, type Deciders } from '../../deciders.js';
import { demand, unexpectedFact } from '../../policy.js';
import { sideOf, versionInForce } from '../agreement/agreement.policies.js';
import { endOfDay, isBefore, localDate } from '../../time/calendar.js';
import { addDays, assertLocalDate } from '../../time/local-date.js';
import { partiesOf } from '../../work-parties.js';
import type {
  ActiveEngagement,
  EndedEngagement,
  EndEngagement,
  EndEngagementByNotice,
  EndEngagementByTerm,
  Engagement,
  EngagementCommand,
  EngagementFact,
  GiveNotice,
  StartEngagement,
  TermsOfEnd,
} from './engagement.js';

/** Bounds of what may be said at the end. */
export const engagementBounds = { reasonCharacters: 2000 } as const;

/**
 * The life of an accepted agreement: it begins when both sides have accepted and ends early or by its term.
 * @throws DomainError `engagement.*`, `agreement.not-a-party`
 */
export function decideEngagement(command: EngagementCommand, engagement: Engagement | null): EngagementFact[] {
  if (command.type === 'startEngagement') return start(command, engagement);
  if (!engagement) throw new Error(`${command.type} without an engagement`);
  return decideBy(deciders, command, engagement);
}

const deciders: Deciders<Exclude<EngagementCommand, StartEngagement>, Engagement, EngagementFact> = {
  giveNotice,
  endEngagement: end,
  endEngagementByNotice: endByNotice,
  endEngagementByTerm: endByTerm,
  replaceEngagedAssistant({ assistantId, now }, engagement) {
    demandActive(engagement);
    const { assistantId: formerAssistantId } = engagement;
    return [{ type: 'engagedAssistantReplaced', formerAssistantId, assistantId, replacedAt: now }];
  },
};

/** Change orders and bookings of the same agreement don't begin it again. */
function start({ agreement, bookingId, now }: StartEngagement, engagement: Engagement | null): EngagementFact[] {
  demand(versionInForce(agreement) !== null, 'engagement.agreement-not-accepted', { status: agreement.status });
  if (engagement) {
    demandActive(engagement);
    return [];
  }
  const identity = { engagementId: agreement.agreementId, ...partiesOf(agreement) };
  return [{ type: 'engagementStarted', ...identity, firstBookingId: bookingId, startedAt: now }];
}

function end(command: EndEngagement, engagement: Engagement): EngagementFact[] {
  const endedBy = sideOf(engagement, command.by);
  demandActive(engagement);
  const reason = reasonOf(command);
  const { noticeDays } = command;
  demand(noticeDays === 0 && engagement.notice === undefined, 'engagement.notice-agreed', { noticeDays });
  return [{ type: 'engagementEnded', endedBy, reason, endedAt: command.now }];
}

function reasonOf(command: { readonly reason: string }): string {
  const reason = command.reason.trim();
  demand(reason !== '', 'engagement.reason-missing', { at: ['reason'] });
  demand(textLength(reason) <= engagementBounds.reasonCharacters, 'engagement.reason-too-long', {
    at: ['reason'],
    atMost: engagementBounds.reasonCharacters,
  });
  return reason;
}

/** The day on which it is given doesn't count; the last one is worked to its end. */
function giveNotice({ terms, now, ...command }: GiveNotice, engagement: Engagement): EngagementFact[] {
  const by = sideOf(engagement, command.by);
  demandActive(engagement);
  demand(engagement.notice === undefined, 'engagement.notice-given', { lastDayOn: engagement.notice?.lastDayOn });
  const reason = reasonOf(command);
  const at = ['lastDayOn'];
  const earliest = addDays(localDate(now, terms.timeZone), terms.noticeDays);
  const lastDayOn = command.lastDayOn ?? earliest;
  assertLocalDate(lastDayOn, at);
  demand(lastDayOn >= earliest, 'engagement.notice-too-short', {
    at,
    earliest,
    detail: `The earliest last day is ${earliest}.`,
  });
  demand(lastDayOn < terms.endsOn, 'engagement.notice-beyond-term', {
    at,
    detail: `The term ends on ${terms.endsOn} by itself.`,
  });
  return [{ type: 'engagementNoticeGiven', notice: { by, reason, givenAt: now, lastDayOn } }];
}

function endByNotice({ timeZone, now }: EndEngagementByNotice, engagement: Engagement): EngagementFact[] {
  demandActive(engagement);
  const { notice } = engagement;
  demand(notice !== undefined, 'engagement.no-notice');
  const overAt = endOfDay(notice.lastDayOn, timeZone);
  demand(!isBefore(now, overAt), 'engagement.term-not-over', { overAt });
  return [{ type: 'engagementEnded', endedBy: notice.by, reason: notice.reason, endedAt: now }];
}

function endByTerm(command: EndEngagementByTerm, engagement: Engagement): EngagementFact[] {
  demandActive(engagement);
  const overAt = endOfDay(command.endsOn, command.timeZone);
  demand(!isBefore(command.now, overAt), 'engagement.term-not-over', { overAt });
  return [{ type: 'engagementEnded', endedBy: 'term', reason: null, endedAt: command.now }];
}

/** The last day of work: of a notice, where it is before the end of the term. */
export const lastDayOf = ({ notice }: Engagement, { endsOn }: Pick<TermsOfEnd, 'endsOn'>): string =>
  notice !== undefined && notice.lastDayOn < endsOn ? notice.lastDayOn : endsOn;

/**
 * Who calls off what was booked ahead, and why: the side that ended the engagement at once, or the marketplace, at no price, with
 * its term or with a notice that was kept to.
 */
export function callOffOf({ endedBy, reason, endedAt, notice }: EndedEngagement): Omit<CancelBooking, 'type'> {
  const cancelledBy = endedBy === 'term' || notice !== undefined ? 'marketplace' : endedBy;
  return { cancelledBy, reason: reason ?? 'The term is over', now: endedAt };
}

function demandActive(engagement: Engagement): asserts engagement is ActiveEngagement {
  demand(engagement.status === 'active', 'engagement.already-ended');
}

/** The engagement after one more fact. */
export function evolveEngagement(engagement: Engagement | null, fact: EngagementFact): Engagement {
  switch (fact.type) {
    case 'engagementStarted': {
      if (engagement) return unexpectedFact(fact, engagement.status);
      const { type: _, ...started } = fact;
      return { status: 'active', ...started };
    }
    case 'engagementNoticeGiven': {
      if (engagement?.status !== 'active') return unexpectedFact(fact, engagement?.status ?? 'nothing');
      return { ...engagement, notice: fact.notice };
    }
    case 'engagementEnded': {
      if (engagement?.status !== 'active') return unexpectedFact(fact, engagement?.status ?? 'nothing');
      const { type: _, ...ended } = fact;
      return { ...engagement, status: 'ended', ...ended } satisfies EndedEngagement;
    }
    case 'engagedAssistantReplaced': {
      if (engagement?.status !== 'active') return unexpectedFact(fact, engagement?.status ?? 'nothing');
      return { ...engagement, assistantId: fact.assistantId };
    }
    default:
      return fact satisfies never;
  }
}
