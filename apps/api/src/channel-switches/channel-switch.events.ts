import {
  ChannelSwitchAgreedV1,
  ChannelSwitchDeclinedV1,
  ChannelSwitchLapsedV1,
  ChannelSwitchProposedV1,
  ChannelSwitchWithdrawnV1,
  type EventClass,
} from '#contracts';
import type { ChannelSwitch, ChannelSwitchFact } from '#domain';
import type { EventBody } from '#platform/database';

/** For both sides, and whoever tells them. */
export function channelSwitchEvent(fact: ChannelSwitchFact, known: ChannelSwitch): EventBody {
  switch (fact.type) {
    case 'switchProposed':
      return told(ChannelSwitchProposedV1, known, { proposedAt: fact.proposed.proposedAt });
    case 'switchAgreed':
      return told(ChannelSwitchAgreedV1, known, { agreedAt: fact.closedAt });
    case 'switchDeclined':
      return told(ChannelSwitchDeclinedV1, known, { declinedAt: fact.closedAt });
    case 'switchWithdrawn':
      return told(ChannelSwitchWithdrawnV1, known, { withdrawnAt: fact.closedAt });
    case 'switchLapsed':
      return told(ChannelSwitchLapsedV1, known, { lapsedAt: fact.closedAt });
  }
}

function told(event: EventClass, known: ChannelSwitch, data: object): EventBody {
  const { engagementId, businessId, agencyId, assistantId, from, to, startsOn, startsAt, proposedBy } = known;
  return {
    type: event.type,
    audience: [agencyId, businessId],
    data: { engagementId, businessId, agencyId, assistantId, from, to, startsOn, startsAt, proposedBy, ...data },
  };
}
