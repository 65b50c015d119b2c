import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { ConnectMailbox } from './connect-mailbox';
import { MailboxCard } from './mailbox-card';
import { mailboxesQuery } from './mailbox-queries';

/** Mailboxes in which customers write, read without being changed. */
export function Mailboxes() {
  const t = useText();
  const session = useOwnSession();
  const mailboxes = useQuery(mailboxesQuery);
  const isOwner = hasRole(session, 'business.owner');
  const mayRead = isOwner || hasRole(session, 'business.colleague');
  return (
    <Section title={t('response-time.mailboxes')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed" maw={640}>
          {t('response-time.mailboxes-say')}
        </Text>
        {mailboxes.data?.items.length === 0 ? <Text>{t('response-time.mailboxes-none')}</Text> : null}
        {mailboxes.data?.items.map((mailbox) => (
          <MailboxCard key={mailbox.id} mailbox={mailbox} mayRead={mayRead} mayDisconnect={isOwner} />
        ))}
        <ProblemNotice problem={mailboxes.error} />
        {isOwner ? <ConnectMailbox /> : null}
      </Stack>
    </Section>
  );
}
