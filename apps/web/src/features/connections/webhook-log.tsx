import { Button, Card, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText, useTextIfAny } from '../../texts/use-text';
import { type Delivery, deliveriesQuery, outdatedWebhooks } from './webhook-queries';

const meanings: Readonly<Record<Delivery['status'], Meaning>> = {
  waiting: 'waits-for-them',
  delivered: 'good',
  expired: 'ended',
};
const shownStatuses = ['all', 'waiting', 'delivered'] as const;
type ShownStatus = (typeof shownStatuses)[number];

/** What was sent, newest first, and how to have it sent again. */
export function WebhookLog({ id }: { readonly id: string }) {
  const t = useText();
  const [status, setStatus] = useState<ShownStatus>('all');
  const deliveries = useInfiniteQuery(deliveriesQuery(id, status === 'all' ? undefined : status));
  return (
    <Section title={t('connections.log')}>
      <Stack gap="md">
        <SendSpanAgain id={id} />
        <Group>
          <SegmentedControl
            value={status}
            aria-label={t('connections.show')}
            data={shownStatuses.map((each) => ({ value: each, label: t(`connections.show-${each}`) }))}
            onChange={(each) => setStatus(each as ShownStatus)}
          />
        </Group>
        <EndlessList query={deliveries} rowHeight={92} empty={<EmptyState says={t('connections.log-empty')} />}>
          {(delivery) => <DeliveryCard id={id} delivery={delivery} />}
        </EndlessList>
      </Stack>
    </Section>
  );
}

function DeliveryCard({ id, delivery }: { readonly id: string; readonly delivery: Delivery }) {
  const t = useText();
  const ifAny = useTextIfAny();
  const format = useFormat();
  const again = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/webhooks/{id}/deliveries/{deliveryId}/redelivery', {
          params: { path: { id, deliveryId: delivery.id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    { outdates: outdatedWebhooks },
  );
  const { lastAttempt } = delivery;
  const outcome =
    lastAttempt === null
      ? t('connections.not-tried')
      : (ifAny(`connections.failure-${lastAttempt.failure ?? 'none'}`, {
          status: lastAttempt.responseStatus ?? '',
          ms: lastAttempt.durationMs,
        }) ?? '');
  return (
    <Card withBorder padding="sm" mb="xs">
      <Group justify="space-between" wrap="nowrap">
        <Stack gap={2} miw={0}>
          <Group gap="xs">
            <Text fw={600} size="sm">
              {delivery.eventType}
            </Text>
            <StatusWord meaning={meanings[delivery.status]} word={t(`connections.delivery-${delivery.status}`)} />
          </Group>
          <Text size="sm" c="dimmed">
            {format.moment(delivery.happenedAt)} · {t('connections.attempts', { count: delivery.attempts })} · {outcome}
          </Text>
        </Stack>
        {delivery.status === 'waiting' ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('connections.send-again-of', {
              type: delivery.eventType,
              at: format.moment(delivery.happenedAt),
            })}
            loading={again.isPending}
            onClick={() => again.mutate()}
          >
            {t('connections.send-again')}
          </Button>
        )}
      </Group>
      <ProblemNotice problem={again.error} />
    </Card>
  );
}

function SendSpanAgain({ id }: { readonly id: string }) {
  const t = useText();
  const [span, setSpan] = useState({ from: '', to: '' });
  const again = useAct(
    ({ from, to }: typeof span, key) =>
      client.body(
        client.api.POST('/v1/webhooks/{id}/redeliveries', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body: { from: new Date(from).toISOString(), to: new Date(to).toISOString() },
        }),
      ),
    { outdates: outdatedWebhooks },
  );
  const field = (name: 'from' | 'to') => ({
    type: 'datetime-local',
    label: t(`connections.${name}`),
    value: span[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setSpan({ ...span, [name]: event.currentTarget.value }),
  });
  return (
    <Stack gap="xs">
      <Group align="flex-end">
        <TextInput {...field('from')} />
        <TextInput {...field('to')} />
        <Button
          variant="default"
          disabled={span.from === '' || span.to === ''}
          loading={again.isPending}
          onClick={() => again.mutate(span)}
        >
          {t('connections.send-span')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {again.data === undefined ? '' : t('connections.queued', { count: again.data.queued })}
      </Text>
      <ProblemNotice problem={again.error} />
    </Stack>
  );
}
