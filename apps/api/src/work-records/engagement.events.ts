import {
  EngagementAssistantReplacedV1,
  EngagementEndedV1,
  EngagementNoticeGivenV1,
  EngagementStartedV2,
} from '#contracts';
import type { Engagement, EngagementFact } from '#domain';
import type { EventBody } from '#platform/database';
import { partiesOf } from '../parties-of.js';

/** Every fact of an engagement becomes one event, for both sides. */
export function engagementEvent(fact: EngagementFact, engagement: Engagement): EventBody {
  const parties = partiesOf(engagement);
  const audience = [parties.businessId, parties.agencyId];
  switch (fact.type) {
    case 'engagementStarted':
      return { type: EngagementStartedV2.type, audience, data: { ...parties, startedAt: fact.startedAt } };
    case 'engagementNoticeGiven': {
      const { by, lastDayOn, givenAt } = fact.notice;
      return { type: EngagementNoticeGivenV1.type, audience, data: { ...parties, by, lastDayOn, givenAt } };
    }
    case 'engagementEnded': {
      const { endedBy, endedAt } = fact;
      return { type: EngagementEndedV1.type, audience, data: { ...parties, endedBy, endedAt } };
    }
    case 'engagedAssistantReplaced': {
      const { formerAssistantId, replacedAt } = fact;
      return {
        type: EngagementAssistantReplacedV1.type,
        audience,
        data: { ...parties, formerAssistantId, replacedAt },
      };
    }
    default:
      return fact satisfies never;
  }
}
