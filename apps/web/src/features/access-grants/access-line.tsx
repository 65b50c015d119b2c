import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { GiveReason } from '../../parts/give-reason';
import { ProblemNotice } from '../../parts/problem-notice';
import { StatusWord } from '../../parts/status-word';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import type { AccessGrant } from './access-grant-queries';

const outdates = [['access-grants'], ['substitutions']];

/** One thing that the assistant is let into, and what the reader can do about it. */
export function AccessLine({ grant }: { readonly grant: AccessGrant }) {
  const t = useText();
  const format = useFormat();
  const session = useOwnSession();
  const { id, version, kind, name, purpose, way, status, givenBy, givenAt, reviewDueOn, closedAt, proof } = grant;
  const [closes, setCloses] = useState(false);
  const params = (key: string) => stepOf({ id, version }, key);
  const review = useAct(
    (_: void, key) => client.body(client.api.POST('/v1/access-grants/{id}/review', { params: params(key) })),
    { outdates },
  );
  const close = useAct(
    (value: string, key) =>
      client.body(
        client.api.POST('/v1/access-grants/{id}/closure', {
          params: params(key),
          body: { proof: { kind: 'note', value } },
        }),
      ),
    { outdates, onDone: () => setCloses(false) },
  );
  const isBusiness = hasRole(session, 'business.owner', 'business.colleague');
  const acts = isBusiness || hasRole(session, 'agency.owner', 'agency.coordinator', 'agency.assistant');
  const isDue = status === 'open' && reviewDueOn <= new Date().toISOString().slice(0, 10);
  return (
    <Stack gap="xs" py="xs">
      <Group justify="space-between" align="flex-start">
        <Stack gap={2}>
          <Text fw={600}>{name}</Text>
          <Text size="sm">
            {t(`access-grants.kind-${kind}`)} · {t(`access-grants.way-${way}`)} · {purpose}
          </Text>
          <Text size="sm" c="dimmed">
            {givenBy === null ? null : `${t('access-grants.given-by', { who: givenBy })} · `}
            {closedAt === null
              ? t('access-grants.since', { from: format.dayOf(givenAt), review: format.day(reviewDueOn) })
              : t('access-grants.closed-on', { on: format.dayOf(closedAt), proof: proof?.value ?? '' })}
          </Text>
        </Stack>
        <StatusWord
          meaning={status === 'closed' ? 'ended' : status === 'to-close' || isDue ? 'at-risk' : 'good'}
          word={t(isDue ? 'access-grants.review-due' : `access-grants.status-${status}`)}
        />
      </Group>
      <ProblemNotice problem={review.error ?? close.error} />
      {status === 'closed' || !acts ? null : (
        <Group>
          {isBusiness && status === 'open' ? (
            <Button size="compact-sm" variant="default" loading={review.isPending} onClick={() => review.mutate()}>
              {t('access-grants.still-needed')}
            </Button>
          ) : null}
          {closes ? null : (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setCloses(true)}>
              {t('access-grants.close')}
            </Button>
          )}
        </Group>
      )}
      {closes ? (
        <GiveReason autoFocus label={t('access-grants.proof')} step={t('access-grants.is-closed')} act={close} />
      ) : null}
    </Stack>
  );
}
