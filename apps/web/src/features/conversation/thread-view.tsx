import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';
import { Composer } from './composer';
import { type Conversation, conversationKey, type Message, messagesQuery, type Thread } from './conversation-queries';
import { MessageCard } from './message-card';
import { saveThread, type ThreadFormat } from './save-thread';

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

/** The whole thread, to keep or to print: in as many files as it takes. */
function ThreadExport({ thread }: { readonly thread: Thread }) {
  const t = useText();
  const { language } = useLanguage();
  const save = useAct((format: ThreadFormat) => saveThread(thread, format, language));
  if (thread.messages === 0) return null;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {formats.map((format) => (
          <Button
            key={format}
            size="compact-sm"
            variant="default"
            disabled={save.isPending}
            loading={save.isPending && save.variables === format}
            onClick={() => save.mutate(format)}
          >
            {t(`conversation.export-${format}`)}
          </Button>
        ))}
      </Group>
      <ProblemNotice problem={save.error} />
    </Stack>
  );
}

const formats = ['pdf', 'mbox'] as const;

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
