import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { Deadline } from '../../parts/deadline';
import { TextLink } from '../../parts/links';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { StatusWord } from '../../parts/status-word';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { type Conversation, conversationKey, type Message } from './conversation-queries';

/** Questions without an answer and promises that are not kept yet, overdue ones first. */
export function OpenItems({
  items,
  conversation,
  onReply,
}: {
  readonly items: readonly Message[];
  readonly conversation: Conversation;
  readonly onReply: (message: Message) => void;
}) {
  const t = useText();
  return (
    <Section title={t('conversation.open')}>
      {items.length === 0 ? <Text c="dimmed">{t('conversation.nothing-open')}</Text> : null}
      {items.map((item) => (
        <OpenItem key={item.id} message={item} conversation={conversation} onReply={onReply} />
      ))}
    </Section>
  );
}

function OpenItem({
  message,
  conversation: { engagementId },
  onReply,
}: {
  readonly message: Message;
  readonly conversation: Conversation;
  readonly onReply: (message: Message) => void;
}) {
  const t = useText();
  const side = useOwnSession().organisationKind;
  const { openItem } = message;
  const settle = useAct(
    (as: 'answered' | 'kept' | 'withdrawn', key) =>
      client.body(
        client.api.POST('/v1/engagements/{id}/messages/{messageId}/settlement', {
          params: {
            path: { id: engagementId, messageId: message.id },
            header: { 'Idempotency-Key': key, 'If-Match': `"${message.version}"` },
          },
          body: { as },
        }),
      ),
    { outdates: [conversationKey(engagementId), ['conversations']] },
  );
  if (openItem === null) return null;
  const waitsForUs = openItem.waitsFor === side;
  const meaning = openItem.overdue ? 'at-risk' : waitsForUs ? 'waits-for-you' : 'waits-for-them';
  const whose = t(waitsForUs ? `conversation.ours-${openItem.kind}` : `conversation.theirs-${openItem.kind}`);
  return (
    <Card withBorder padding="sm" mb="sm">
      <Stack gap="xs">
        <ProblemNotice problem={settle.error} />
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Stack gap={2}>
            <Text lineClamp={3}>{message.text}</Text>
            <Text size="sm" c="dimmed">
              {t(openItem.kind === 'question' ? 'conversation.wants-answer' : 'conversation.is-promised')} ·{' '}
              <Deadline at={openItem.dueAt} />
            </Text>
          </Stack>
          <StatusWord meaning={meaning} word={openItem.overdue ? t('conversation.overdue-one') : whose} />
        </Group>
        <Group gap="sm">
          {waitsForUs ? (
            <TextLink
              size="sm"
              to="/messages/$engagementId"
              params={{ engagementId }}
              search={{ thread: message.threadId }}
              onClick={() => onReply(message)}
            >
              {t(openItem.kind === 'question' ? 'conversation.answer' : 'conversation.tell-kept')}
            </TextLink>
          ) : (
            <>
              <Button
                size="compact-sm"
                variant="light"
                loading={settle.isPending}
                onClick={() => settle.mutate(openItem.kind === 'question' ? 'answered' : 'kept')}
              >
                {t(openItem.kind === 'question' ? 'conversation.was-answered' : 'conversation.was-kept')}
              </Button>
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => settle.mutate('withdrawn')}>
                {t('conversation.not-needed')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Card>
  );
}
