import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useFormat } from '../../format/use-format';
import { Deadline } from '../../parts/deadline';
import { FileLink } from '../../parts/files';
import { TextLink } from '../../parts/links';
import { StatusWord } from '../../parts/status-word';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { AssistantName } from '../directory/assistant-name';
import type { Conversation, Message } from './conversation-queries';

/** Who said what, when, what it replies to, and what it leaves open. */
export function MessageCard({
  message,
  conversation,
  repliesTo,
  onReply,
}: {
  readonly message: Message;
  readonly conversation: Conversation;
  /** Undefined where it replies to nothing, or to what isn't shown. */
  readonly repliesTo: Message | undefined;
  readonly onReply: (message: Message) => void;
}) {
  const t = useText();
  const format = useFormat();
  const side = useOwnSession().organisationKind;
  const ours = (message.writtenBy === 'business') === (side === 'business');
  return (
    <Card withBorder padding="sm" bg={ours ? 'var(--mantine-primary-color-light)' : undefined} data-ours={ours}>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={600}>
          <WriterName message={message} conversation={conversation} />
        </Text>
        <Text size="sm" c={ours ? undefined : 'dimmed'}>
          <Origin message={message} /> · <time dateTime={message.sentAt}>{format.moment(message.sentAt)}</time>
        </Text>
      </Group>
      {repliesTo === undefined ? null : (
        <Text size="sm" lineClamp={1} fs="italic" mb={4}>
          {t('conversation.replies-to', { words: repliesTo.text })}
        </Text>
      )}
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{message.text}</Text>
      {message.fileIds.length === 0 ? null : (
        <Group gap="xs" mt="xs" aria-label={t('conversation.files')} role="group">
          {message.fileIds.map((id) => (
            <FileLink key={id} id={id} />
          ))}
        </Group>
      )}
      <Bearing message={message} />
      <Group justify="space-between" mt="xs">
        <Outcome message={message} />
        <Button size="compact-sm" variant="subtle" onClick={() => onReply(message)}>
          {t('conversation.reply')}
        </Button>
      </Group>
    </Card>
  );
}

function WriterName({ message, conversation }: { readonly message: Message; readonly conversation: Conversation }) {
  if (message.writtenBy === 'assistant') return <AssistantName id={conversation.assistantId} plain />;
  return message.writtenBy === 'business' ? conversation.businessName : conversation.agencyName;
}

function Outcome({ message: { openItem } }: { readonly message: Message }) {
  const t = useText();
  if (openItem === null) return <span />;
  if (openItem.settledAs !== null) {
    return <StatusWord meaning="good" word={t(`conversation.settled-${openItem.settledAs}`)} />;
  }
  return (
    <Stack gap={2} align="flex-start">
      <StatusWord
        meaning={openItem.overdue ? 'at-risk' : 'waits-for-them'}
        word={t(openItem.overdue ? 'conversation.overdue-one' : `conversation.open-${openItem.kind}`)}
      />
      <Text size="sm">
        <Deadline at={openItem.dueAt} />
      </Text>
    </Stack>
  );
}

/** In which channel it was said, and how it came in where it wasn't written here. */
function Origin({ message: { channel, origin, toldBy } }: { readonly message: Message }) {
  const t = useText();
  const said = t(`words.channel-${channel}`);
  if (origin === 'in-app' || toldBy === null) return said;
  return t(`conversation.origin-${origin}`, { channel: said });
}

/** What it is meant to bring about, and why it may not. */
function Bearing({
  message: { offChannel, automatic, asksForChange, acceptsRunId, engagementId },
}: {
  readonly message: Message;
}) {
  const t = useText();
  if (!offChannel && !automatic && !asksForChange && acceptsRunId === null) return null;
  return (
    <Group gap="sm" mt="xs">
      {offChannel ? <StatusWord meaning="at-risk" word={t('conversation.off-channel')} /> : null}
      {automatic ? <StatusWord meaning="draft" word={t('conversation.automatic')} /> : null}
      {acceptsRunId === null ? null : <StatusWord meaning="good" word={t('conversation.accepts-work')} />}
      {asksForChange ? (
        <TextLink size="sm" to="/agreements/$agreementId" params={{ agreementId: engagementId }}>
          {t('conversation.asks-for-change')}
        </TextLink>
      ) : null}
    </Group>
  );
}
