import { Group, Stack, Text } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { followStream } from '../../api/follow-stream';
import { ButtonLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { AssistantName } from '../directory/assistant-name';
import { conversationKey, conversationQuery, type Message, openItemsQuery, threadsQuery } from './conversation-queries';
import { NewThread } from './new-thread';
import { OpenItems } from './open-items';
import { OpenSwitch } from './open-switch';
import { SearchMessages } from './search-messages';
import { ThreadTabs } from './thread-tabs';
import { ThreadView } from './thread-view';

const route = getRouteApi('/own/messages/$engagementId');

/** What two sides write to each other: what is open first, then a thread. What comes in is there without anybody reloading. */
export function ConversationPage() {
  const t = useText();
  const queries = useQueryClient();
  const { engagementId } = route.useParams();
  const { thread: wanted } = route.useSearch();
  const isBusiness = useOwnSession().organisationKind === 'business';
  const { data: conversation } = useSuspenseQuery(conversationQuery(engagementId));
  const { data: threads } = useSuspenseQuery(threadsQuery(engagementId));
  const { data: open } = useSuspenseQuery(openItemsQuery(engagementId));
  const [replied, setReplied] = useState<Message | null>(null);
  useEffect(
    () =>
      followStream(`/v1/engagements/${engagementId}/conversation/stream`, 'conversation-changed', () => {
        void queries.invalidateQueries({ queryKey: conversationKey(engagementId) });
        void queries.invalidateQueries({ queryKey: ['conversations'] });
      }),
    [engagementId, queries],
  );
  const thread = threads.items.find(({ id }) => id === wanted) ?? threads.items.at(-1);
  return (
    <Stack gap="xl" maw={820}>
      <PageHead
        title={isBusiness ? conversation.agencyName : conversation.businessName}
        says={
          <Text>
            <AssistantName id={conversation.assistantId} plain /> ·{' '}
            {t('conversation.in', {
              channels: conversation.channels.map((channel) => t(`words.channel-${channel}`)).join(', '),
            })}
          </Text>
        }
        action={
          <Group gap="sm">
            <ButtonLink variant="default" to="/messages/$engagementId/channels" params={{ engagementId }}>
              {t('conversation.channels')}
            </ButtonLink>
            <NewThread conversation={conversation} />
          </Group>
        }
      />
      <OpenSwitch conversation={conversation} />
      <OpenItems items={open.items} conversation={conversation} onReply={setReplied} />
      <SearchMessages conversation={conversation} />
      {thread === undefined ? (
        <Text c="dimmed">{t('conversation.no-thread')}</Text>
      ) : (
        <section>
          <ThreadTabs threads={threads.items} shown={thread.id} />
          <ThreadView
            key={thread.id}
            thread={thread}
            conversation={conversation}
            replied={replied?.threadId === thread.id ? replied : null}
            onReply={setReplied}
          />
        </section>
      )}
    </Stack>
  );
}
