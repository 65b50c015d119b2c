import { type EventClass, MessageOverdueV1, MessageSentV1, MessageSettledV1 } from '#contracts';
import type { MessageSent, MessageSettled, OpenItem, TalkingParties } from '#domain';
import type { EventBody } from '#platform/database';

/** Where a message is told of: its thread, and the two sides, who hear it. */
export interface MessagePlace extends TalkingParties {
  readonly threadId: string;
}

const told = (event: EventClass, { engagementId, threadId, ...parties }: MessagePlace, data: object): EventBody => {
  const { businessId, agencyId, assistantId } = parties;
  return {
    type: event.type,
    audience: [agencyId, businessId],
    data: { engagementId, threadId, businessId, agencyId, assistantId, ...data },
  };
};

/** For both sides, and whoever tells them; the words stay at home. */
export const sentEvent = ({
  parties,
  threadId,
  writtenBy,
  agreedChannelId,
  openItem,
  sentAt,
}: MessageSent): EventBody =>
  told(
    MessageSentV1,
    { ...parties, threadId },
    {
      writtenBy,
      offChannel: agreedChannelId === null,
      openKind: openItem?.kind ?? null,
      dueAt: openItem?.dueAt ?? null,
      sentAt,
    },
  );

export const settledEvent = (place: MessagePlace, { as, settledAt }: MessageSettled): EventBody =>
  told(MessageSettledV1, place, { settledAs: as, settledAt });

export const overdueEvent = (place: MessagePlace, { kind, waitsFor, dueAt }: OpenItem): EventBody =>
  told(MessageOverdueV1, place, { openKind: kind, waitsFor, dueAt });
