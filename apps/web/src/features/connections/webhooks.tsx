import { Card, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { Beside } from '../../parts/beside';
import { TextLink } from '../../parts/links';
import { StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import { ConnectionSection } from './connection-section';
import { ShownOnce } from './shown-once';
import { type WebhookDraft, WebhookFields } from './webhook-fields';
import { meaningOf, outdatedWebhooks, type Webhook, webhooksQuery, wordOf } from './webhook-queries';

const nothing: WebhookDraft = { url: '', description: '', types: [] };

/** Programs of one's own that are told what happens. */
export function Webhooks() {
  const t = useText();
  const [given, setGiven] = useState(nothing);
  const webhooks = useQuery(webhooksQuery);
  const make = useAct(
    (body: WebhookDraft, key) =>
      client.body(client.api.POST('/v1/webhooks', { params: { header: { 'Idempotency-Key': key } }, body })),
    { outdates: outdatedWebhooks, onDone: () => setGiven(nothing) },
  );
  return (
    <ConnectionSection
      title={t('connections.webhooks')}
      says={t('connections.webhooks-say')}
      none={t('connections.webhooks-none')}
      known={webhooks}
      card={(webhook) => <WebhookCard key={webhook.id} webhook={webhook} />}
      make={make}
      made={
        make.data === undefined ? null : <ShownOnce says={t('connections.secret-says')} secret={make.data.secret} />
      }
      step={t('connections.register')}
      onSend={() => make.mutate(given)}
    >
      <WebhookFields draft={given} problem={make.error} onChange={setGiven} />
    </ConnectionSection>
  );
}

function WebhookCard({ webhook }: { readonly webhook: Webhook }) {
  const t = useText();
  const format = useFormat();
  const { id, url, description, types, waiting, failingSince } = webhook;
  return (
    <Card withBorder padding="sm">
      <Beside aside={<StatusWord meaning={meaningOf(webhook)} word={t(`connections.webhook-${wordOf(webhook)}`)} />}>
        <TextLink to="/connections/webhooks/$webhookId" params={{ webhookId: id }} fw={600} truncate>
          {description === '' ? url : description}
        </TextLink>
        <Text size="sm" c="dimmed" truncate>
          {types.length === 0 ? t('connections.all-types') : types.join(', ')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('connections.waiting', { count: waiting })}
          {failingSince === null ? '' : ` · ${t('connections.failing-since', { at: format.moment(failingSince) })}`}
        </Text>
      </Beside>
    </Card>
  );
}
