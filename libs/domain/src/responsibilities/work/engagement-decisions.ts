import { textLength } from '#text';
import type { CancelBooking } from '../../booking/booking.js';
import { decideBy, type Deciders } from '../../deciders.js';
import { demand, unexpectedFact } from '../../policy.js';
import { sideOf, versionInForce } from '../agreement/agreement.policies.js';
import { endOfDay, isBefore } from '../../time/calendar.js';
import type {
  EndedEngagement,
  EndEngagement,
  EndEngagementByTerm,
  Engagement,
  EngagementCommand,
  EngagementFact,
  StartEngagement,
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
  endEngagement: end,
  endEngagementByTerm: endByTerm,
};

/** Change orders and bookings of the same agreement don't begin it again. */
function start({ agreement, bookingId, now }: StartEngagement, engagement: Engagement | null): EngagementFact[] {
  demand(versionInForce(agreement) !== null, 'engagement.agreement-not-accepted', { status: agreement.status });
  if (engagement) {
    demandActive(engagement);
    return [];
  }
  const { agreementId, businessId, agencyId, assistantId } = agreement;
  return [
    {
      type: 'engagementStarted',
      engagementId: agreementId,
      businessId,
      agencyId,
      assistantId,
      firstBookingId: bookingId,
      startedAt: now,
    },
  ];
}

function end(command: EndEngagement, engagement: Engagement): EngagementFact[] {
  const endedBy = sideOf(engagement, command.by);
  demandActive(engagement);
  const reason = command.reason.trim();
  demand(reason !== '', 'engagement.reason-missing', { at: ['reason'] });
  demand(textLength(reason) <= engagementBounds.reasonCharacters, 'engagement.reason-too-long', {
    at: ['reason'],
    atMost: engagementBounds.reasonCharacters,
  });
  return [{ type: 'engagementEnded', endedBy, reason, endedAt: command.now }];
}

function endByTerm(command: EndEngagementByTerm, engagement: Engagement): EngagementFact[] {
  demandActive(engagement);
  const overAt = endOfDay(command.endsOn, command.timeZone);
  demand(!isBefore(command.now, overAt), 'engagement.term-not-over', { overAt });
  return [{ type: 'engagementEnded', endedBy: 'term', reason: null, endedAt: command.now }];
}

/** Who calls off what was booked ahead, and why: the side that ended the engagement, or the marketplace with its term. */
export function callOffOf({ endedBy, reason, endedAt }: EndedEngagement): Omit<CancelBooking, 'type'> {
  const cancelledBy = endedBy === 'term' ? 'marketplace' : endedBy;
  return { cancelledBy, reason: reason ?? 'The term is over', now: endedAt };
}

function demandActive(engagement: Engagement): void {
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
    case 'engagementEnded': {
      if (engagement?.status !== 'active') return unexpectedFact(fact, engagement?.status ?? 'nothing');
      const { type: _, ...ended } = fact;
      return { ...engagement, status: 'ended', ...ended } satisfies EndedEngagement;
    }
    default:
      return fact satisfies never;
  }
}
