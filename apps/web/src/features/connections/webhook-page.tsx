import { Button, Group, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { StatusWord } from '../../parts/status-word';
import { UndoButton } from '../../parts/undo-button';
import { useText } from '../../texts/use-text';
import { ShownOnce } from './shown-once';
import { WebhookDetails } from './webhook-details';
import { WebhookLog } from './webhook-log';
import { meaningOf, outdatedWebhooks, webhookQuery, wordOf } from './webhook-queries';

const route = getRouteApi('/own/connections/webhooks/$webhookId');

/** One endpoint: how it does, what was sent there, and what to do when it doesn't answer. */
export function WebhookPage() {
  const t = useText();
  const format = useFormat();
  const { webhookId } = route.useParams();
  const { data } = useSuspenseQuery(webhookQuery(webhookId));
  const webhook = data.body;
  return (
    <Stack gap="xl" maw={820}>
      <PageHead
        title={webhook.description === '' ? t('connections.webhook') : webhook.description}
        says={webhook.url}
      />
      <Stack gap="xs">
        <Group>
          <StatusWord meaning={meaningOf(webhook)} word={t(`connections.webhook-${wordOf(webhook)}`)} />
          <Text size="sm" c="dimmed">
            {t('connections.waiting', { count: webhook.waiting })}
          </Text>
        </Group>
        {webhook.pausedBecause === null ? null : <Text>{t(`connections.paused-${webhook.pausedBecause}`)}</Text>}
        {webhook.failingSince === null || webhook.nextAttemptAt === null ? null : (
          <Text>
            {t('connections.next-attempt', {
              since: format.moment(webhook.failingSince),
              at: format.moment(webhook.nextAttemptAt),
            })}
          </Text>
        )}
      </Stack>
      <Steps id={webhookId} isPaused={webhook.status === 'paused'} />
      <WebhookDetails webhook={webhook} etag={data.etag!} />
      <WebhookLog id={webhookId} />
    </Stack>
  );
}

function Steps({ id, isPaused }: { readonly id: string; readonly isPaused: boolean }) {
  const t = useText();
  const navigate = useNavigate();
  const given = (key: string) => ({ params: { path: { id }, header: { 'Idempotency-Key': key } } });
  const pause = useAct(
    (_: void, key) =>
      client.body(
        isPaused
          ? client.api.POST('/v1/webhooks/{id}/resumption', given(key))
          : client.api.POST('/v1/webhooks/{id}/pause', given(key)),
      ),
    { outdates: outdatedWebhooks },
  );
  const rotate = useAct((_: void, key) => client.body(client.api.POST('/v1/webhooks/{id}/secret', given(key))), {
    outdates: outdatedWebhooks,
  });
  const remove = useAct(() => client.body(client.api.DELETE('/v1/webhooks/{id}', { params: { path: { id } } })), {
    onDone: () => navigate({ to: '/connections' }),
  });
  return (
    <Stack gap="sm">
      <Group>
        <Button loading={pause.isPending} variant={isPaused ? 'filled' : 'default'} onClick={() => pause.mutate()}>
          {t(isPaused ? 'connections.resume' : 'connections.pause')}
        </Button>
        <Button loading={rotate.isPending} variant="default" onClick={() => rotate.mutate()}>
          {t('connections.rotate')}
        </Button>
        <UndoButton color="red" variant="subtle" says={t('connections.remove')} act={() => remove.mutateAsync()} />
      </Group>
      {rotate.data === undefined ? null : (
        <ShownOnce says={t('connections.rotated-says')} secret={rotate.data.secret} />
      )}
      <ProblemNotice problem={pause.error ?? rotate.error ?? remove.error} />
    </Stack>
  );
}
