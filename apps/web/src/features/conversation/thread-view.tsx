import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client } from '../../api/client';
import { ProblemNotice } from '../../parts/problem-notice';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';
import { Composer } from './composer';
import { type Conversation, conversationKey, type Message, messagesQuery, type Thread } from './conversation-queries';
import { MessageCard } from './message-card';

/** A thread from its earliest message that is shown to its latest, and what is written next. */
export function ThreadView({
  thread,
  conversation,
  replied,
  onReply,
}: {
  readonly thread: Thread;
  readonly conversation: Conversation;
  readonly replied: Message | null;
  readonly onReply: (message: Message | null) => void;
}) {
  const t = useText();
  const pages = useInfiniteQuery(messagesQuery(thread.engagementId, thread.id));
  const messages = pages.data?.pages.flatMap(({ items }) => items).toReversed() ?? [];
  useRead(thread, messages.at(-1)?.number ?? 0);
  const byId = new Map(messages.map((message) => [message.id, message]));
  return (
    <Stack gap="md">
      <ProblemNotice problem={pages.error} />
      {pages.isPending ? <Loader aria-label={t('words.loading')} /> : null}
      {pages.hasNextPage ? (
        <Button variant="subtle" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('conversation.earlier')}
        </Button>
      ) : null}
      {pages.data !== undefined && messages.length === 0 ? <Text c="dimmed">{t('conversation.empty')}</Text> : null}
      <ThreadExport thread={thread} />
      <Stack gap="sm" role="log" aria-label={thread.subject}>
        {messages.map((message) => (
          <MessageCard
            key={message.id}
            message={message}
            conversation={conversation}
            repliesTo={message.repliesTo === null ? undefined : byId.get(message.repliesTo)}
            onReply={onReply}
          />
        ))}
      </Stack>
      {thread.channel === null ? (
        <Text c="dimmed">{t('conversation.over')}</Text>
      ) : (
        <Composer thread={thread} replied={replied} onDone={() => onReply(null)} />
      )}
    </Stack>
  );
}

/** The whole thread, to keep or to print. */
function ThreadExport({ thread: { engagementId, id, messages } }: { readonly thread: Thread }) {
  const t = useText();
  const { language } = useLanguage();
  if (messages === 0) return null;
  const path = `/v1/engagements/${engagementId}/threads/${id}/export`;
  return (
    <Group gap="xs">
      <Button
        component="a"
        size="compact-sm"
        variant="default"
        href={`${path}?format=pdf&language=${language}`}
        download
      >
        {t('conversation.export-pdf')}
      </Button>
      <Button component="a" size="compact-sm" variant="default" href={`${path}?format=mbox`} download>
        {t('conversation.export-mbox')}
      </Button>
    </Group>
  );
}

/** What is shown has been read. */
function useRead({ engagementId, id, unread }: Thread, upTo: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (unread === 0 || upTo === 0) return;
    const mark = async (): Promise<void> => {
      await client.body(
        client.api.POST('/v1/engagements/{id}/threads/{threadId}/read', {
          params: { path: { id: engagementId, threadId: id } },
          body: { upTo },
        }),
      );
      await queries.invalidateQueries({ queryKey: [...conversationKey(engagementId), 'threads'] });
      await queries.invalidateQueries({ queryKey: ['conversations'] });
    };
    // A mark that is not set is set with the next message that is shown.
    mark().catch(() => undefined);
  }, [queries, engagementId, id, unread, upTo]);
}
