import type { components } from '@ajudant/client';
import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { hasRole, useOwnSession } from '../../session/session';
import { AssistantName } from '../directory/assistant-name';
import { conversationsQuery } from './conversation-queries';

type Engagement = Pick<components['schemas']['EngagementDto'], 'id' | 'assistantId'>;

/** With whom it is: for the assistant herself that is the business, for all others it is she. */
export function OtherSide({
  engagement,
  plain = false,
}: {
  readonly engagement: Engagement;
  /** Whether the name leads nowhere. */
  readonly plain?: boolean;
}) {
  const isHerself = hasRole(useOwnSession(), 'agency.assistant');
  return isHerself ? (
    <BusinessName engagementId={engagement.id} />
  ) : (
    <AssistantName id={engagement.assistantId} plain={plain} />
  );
}

function BusinessName({ engagementId }: { readonly engagementId: string }) {
  const conversations = useInfiniteQuery(conversationsQuery).data?.pages.flatMap(({ items }) => items) ?? [];
  const name = conversations.find((each) => each.engagementId === engagementId)?.businessName;
  return (
    <Text span inherit>
      {name ?? '…'}
    </Text>
  );
}
