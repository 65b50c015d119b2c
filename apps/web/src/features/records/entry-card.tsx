import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { FileLink } from '../../parts/files';
import { GiveReason } from '../../parts/give-reason';
import { ProblemNotice } from '../../parts/problem-notice';
import { type Meaning, StatusWord } from '../../parts/status-word';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { EntryActions } from './entry-actions';
import type { Entry } from './record-queries';

const meanings: Readonly<Record<Entry['status'], Meaning>> = {
  filed: 'waits-for-them',
  returned: 'at-risk',
  reviewed: 'good',
  withdrawn: 'ended',
};

/** An entry: what it says, its documents, and what the reader can do about it. */
export function EntryCard({ entry }: { readonly entry: Entry }) {
  const t = useText();
  const format = useFormat();
  const session = useOwnSession();
  const reviews = hasRole(session, 'business.owner', 'business.colleague');
  const amount = format.money({ amountMinor: entry.totalMinor, currency: entry.currency });
  const isWaiting = entry.status === 'filed' && reviews;
  return (
    <Card component="article" withBorder padding="md" mb="sm">
      <Group justify="space-between" align="flex-start">
        <Stack gap={2}>
          <Text fw={600}>{entry.description}</Text>
          <Text size="sm" c="dimmed">
            {[t(`records.kind-${entry.kind}`), format.day(entry.datedOn), entry.counterpart, entry.documentNumber]
              .filter((part) => part !== null)
              .join(' · ')}
          </Text>
        </Stack>
        <Group gap="sm">
          <Text fw={600}>{amount}</Text>
          <StatusWord
            meaning={isWaiting ? 'waits-for-you' : meanings[entry.status]}
            word={t(entry.isLocked ? 'records.closed' : `records.status-${entry.status}`)}
          />
        </Group>
      </Group>
      {entry.returnReason === null ? null : (
        <Text mt="sm" size="sm">
          {t('records.returned-because', { reason: entry.returnReason })}
        </Text>
      )}
      <Group gap="xs" mt="xs">
        {entry.fileIds.map((id) => (
          <FileLink key={id} id={id} />
        ))}
      </Group>
      {entry.corrects === null ? null : (
        <Text mt="xs" size="sm" c="dimmed">
          {t('records.corrects')}
        </Text>
      )}
      {isWaiting && !entry.isLocked ? <Review entry={entry} /> : null}
      <EntryActions entry={entry} />
    </Card>
  );
}

function Review({ entry }: { readonly entry: Entry }) {
  const t = useText();
  const [gives, setGives] = useState(false);
  const headers = (key: string) => ({ 'Idempotency-Key': key, 'If-Match': `"${entry.version}"` });
  const outdates = [['records']];
  const review = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/records/{id}/review', { params: { path: { id: entry.id }, header: headers(key) } }),
      ),
    { outdates },
  );
  const giveBack = useAct(
    (reason: string, key) =>
      client.body(
        client.api.POST('/v1/records/{id}/return', {
          params: { path: { id: entry.id }, header: headers(key) },
          body: { reason },
        }),
      ),
    { outdates },
  );
  return (
    <Stack gap="sm" mt="sm">
      <ProblemNotice problem={review.error ?? giveBack.error} />
      <Group>
        <Button size="sm" loading={review.isPending} onClick={() => review.mutate()}>
          {t('records.review')}
        </Button>
        {gives ? (
          <GiveReason
            label={t('records.why-back')}
            step={t('records.give-back')}
            maxLength={500}
            autoFocus
            act={giveBack}
          />
        ) : (
          <Button size="sm" variant="default" onClick={() => setGives(true)}>
            {t('records.give-back')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
