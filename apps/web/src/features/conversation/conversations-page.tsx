import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { TextLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { StatusWord } from '../../parts/status-word';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { AssistantName } from '../directory/assistant-name';
import { type Conversation, conversationsQuery } from './conversation-queries';

/** With whom one talks, and where something waits. */
export function ConversationsPage() {
  const t = useText();
  const conversations = useInfiniteQuery(conversationsQuery);
  return (
    <>
      <PageHead title={t('shell.messages')} says={t('conversation.says')} />
      <EndlessList query={conversations} rowHeight={96} empty={<EmptyState says={t('conversation.none')} />}>
        {(conversation) => <Row conversation={conversation} />}
      </EndlessList>
    </>
  );
}

function Row({ conversation }: { readonly conversation: Conversation }) {
  const t = useText();
  const format = useFormat();
  const { engagementId, assistantId, businessName, agencyName, channels, unread, waiting, overdue } = conversation;
  const isBusiness = useOwnSession().organisationKind === 'business';
  return (
    <Card withBorder padding="md" mb="sm">
      <Group justify="space-between" align="flex-start">
        <Stack gap={2}>
          <TextLink fw={600} to="/messages/$engagementId" params={{ engagementId }} search={{}}>
            {isBusiness ? agencyName : businessName}
          </TextLink>
          <Text size="sm" c="dimmed">
            <AssistantName id={assistantId} plain /> ·{' '}
            {channels.map((channel) => t(`words.channel-${channel}`)).join(', ')}
          </Text>
          {conversation.lastMessageAt === null ? null : (
            <Text size="sm" c="dimmed">
              {t('conversation.last', { moment: format.moment(conversation.lastMessageAt) })}
            </Text>
          )}
        </Stack>
        <Group gap="sm">
          {unread === 0 ? null : (
            <Badge variant="light" tt="none" radius="sm">
              {t('conversation.unread', { count: unread })}
            </Badge>
          )}
          {overdue > 0 ? (
            <StatusWord meaning="at-risk" word={t('conversation.overdue', { count: overdue })} />
          ) : waiting > 0 ? (
            <StatusWord meaning="waits-for-you" word={t('conversation.waiting', { count: waiting })} />
          ) : null}
        </Group>
      </Group>
    </Card>
  );
}
