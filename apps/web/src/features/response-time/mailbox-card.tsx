import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { Beside } from '../../parts/beside';
import { ProblemNotice } from '../../parts/problem-notice';
import { StatusWord } from '../../parts/status-word';
import type { TextId } from '../../texts/text-id';
import { useText } from '../../texts/use-text';
import { type Mailbox, outdatedMailboxes } from './mailbox-queries';

const reasons: Readonly<Record<NonNullable<Mailbox['failure']>, TextId>> = {
  'address-refused': 'connections.reading-address-refused',
  connection: 'connections.reading-connection',
  'host-unknown': 'connections.reading-host-unknown',
  'login-refused': 'response-time.mailbox-login-refused',
  'no-sent-folder': 'response-time.mailbox-no-sent-folder',
  'not-imap': 'response-time.mailbox-not-imap',
  'password-lost': 'response-time.mailbox-password-lost',
  timeout: 'connections.reading-timeout',
  tls: 'connections.reading-tls',
  'too-large': 'response-time.mailbox-too-large',
};

/** A mailbox out of which enquiries are counted, and how reading it goes. */
export function MailboxCard({
  mailbox,
  mayRead,
  mayDisconnect,
}: {
  readonly mailbox: Mailbox;
  readonly mayRead: boolean;
  readonly mayDisconnect: boolean;
}) {
  const t = useText();
  const format = useFormat();
  const { id, host, userName, status, lastReadAt, failure, nextReadAt, mails, caughtUp } = mailbox;
  const path = { id };
  const readNow = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/mailboxes/{id}/reading', { params: { path, header: { 'Idempotency-Key': key } } }),
      ),
    { outdates: outdatedMailboxes },
  );
  const disconnect = useAct(() => client.body(client.api.DELETE('/v1/mailboxes/{id}', { params: { path } })), {
    outdates: outdatedMailboxes,
  });
  const word = status === 'connected' && failure !== null ? 'failing' : status;
  return (
    <Card withBorder padding="sm" component="article" aria-label={userName}>
      <Stack gap="xs">
        <Beside
          aside={
            <StatusWord meaning={word === 'connected' ? 'good' : 'at-risk'} word={t(`response-time.mailbox-${word}`)} />
          }
        >
          <Text fw={600} truncate>
            {userName}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {host}
          </Text>
          <Text size="sm" c="dimmed">
            {lastReadAt === null
              ? t('connections.outside-not-read-yet')
              : `${t('response-time.mailbox-mails', { count: mails })} · ${t(caughtUp ? 'connections.outside-read-at' : 'response-time.mailbox-reading-on', { at: format.moment(lastReadAt) })}`}
          </Text>
          {failure === null ? null : (
            <Text size="sm">
              {t('response-time.mailbox-failure', { why: t(reasons[failure]), at: format.moment(nextReadAt) })}
            </Text>
          )}
        </Beside>
        <Group gap="xs">
          {mayRead ? (
            <Button variant="default" size="compact-sm" loading={readNow.isPending} onClick={() => readNow.mutate()}>
              {t('connections.outside-read-now')}
            </Button>
          ) : null}
          {mayDisconnect ? (
            <Button
              variant="default"
              size="compact-sm"
              loading={disconnect.isPending}
              onClick={() => disconnect.mutate()}
            >
              {t('response-time.mailbox-disconnect')}
            </Button>
          ) : null}
        </Group>
        <ProblemNotice problem={readNow.error ?? disconnect.error} />
      </Stack>
    </Card>
  );
}
