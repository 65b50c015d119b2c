import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { Beside } from '../../parts/beside';
import { ProblemNotice } from '../../parts/problem-notice';
import { StatusWord } from '../../parts/status-word';
import { UndoButton } from '../../parts/undo-button';
import type { TextId } from '../../texts/text-id';
import { useText } from '../../texts/use-text';
import { AssistantName } from '../directory/assistant-name';
import { outdatedOutsideCalendars, type OutsideCalendar } from './calendar-queries';

const reasons: Readonly<Record<string, TextId>> = {
  'address-refused': 'connections.reading-address-refused',
  connection: 'connections.reading-connection',
  'host-unknown': 'connections.reading-host-unknown',
  'not-a-calendar': 'connections.reading-not-a-calendar',
  refused: 'connections.reading-refused',
  status: 'connections.reading-status',
  timeout: 'connections.reading-timeout',
  tls: 'connections.reading-tls',
  'too-large': 'connections.reading-too-large',
};

/** A calendar kept elsewhere, and how reading it goes. */
export function OutsideCalendarCard({
  calendar,
  showsAssistant,
}: {
  readonly calendar: OutsideCalendar;
  readonly showsAssistant: boolean;
}) {
  const t = useText();
  const format = useFormat();
  const { id, assistantId, name, host, status, lastReadAt, failure, busyTimes } = calendar;
  const path = { id };
  const readNow = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/outside-calendars/{id}/reading', { params: { path, header: { 'Idempotency-Key': key } } }),
      ),
    { outdates: outdatedOutsideCalendars },
  );
  const unlink = useAct(() => client.body(client.api.DELETE('/v1/outside-calendars/{id}', { params: { path } })), {
    outdates: outdatedOutsideCalendars,
  });
  const word = status === 'linked' && failure !== null ? 'failing' : status;
  const reason = failure === null ? undefined : reasons[failure];
  return (
    <Card withBorder padding="sm">
      <Stack gap="xs">
        <Beside
          aside={
            <StatusWord meaning={word === 'linked' ? 'good' : 'at-risk'} word={t(`connections.outside-${word}`)} />
          }
        >
          <Text fw={600} truncate>
            {name}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {host}
            {showsAssistant ? (
              <>
                {' · '}
                <AssistantName id={assistantId} />
              </>
            ) : null}
          </Text>
          <Text size="sm" c="dimmed">
            {lastReadAt === null
              ? t('connections.outside-not-read-yet')
              : `${t('connections.outside-busy', { count: busyTimes })} · ${t('connections.outside-read-at', { at: format.moment(lastReadAt) })}`}
          </Text>
          {reason === undefined ? null : <Text size="sm">{t('connections.outside-failure', { why: t(reason) })}</Text>}
        </Beside>
        <Group gap="xs">
          <Button variant="default" size="compact-sm" loading={readNow.isPending} onClick={() => readNow.mutate()}>
            {t('connections.outside-read-now')}
          </Button>
          <UndoButton
            variant="default"
            size="compact-sm"
            says={t('connections.outside-unlink')}
            act={() => unlink.mutateAsync()}
          />
        </Group>
        <ProblemNotice problem={readNow.error ?? unlink.error} />
      </Stack>
    </Card>
  );
}
