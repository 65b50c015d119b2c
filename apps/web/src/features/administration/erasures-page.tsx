import type { components } from '@ajudant/client';
import { Button, Card, Group, List, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { GiveReason } from '../../parts/give-reason';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';

type Erasure = components['schemas']['ErasureDto'];

const erasuresQuery = pagesQuery<Erasure>(['erasures', 'all'], (after) =>
  client.body(client.api.GET('/v1/admin/erasures', { params: { query: after === undefined ? {} : { after } } })),
);
const meanings: Readonly<Record<Erasure['status'], Meaning>> = {
  asked: 'waits-for-you',
  done: 'good',
  refused: 'ended',
  withdrawn: 'ended',
};

/** Who asks to be erased, until when an answer is owed, and what stands in the way. */
export function ErasuresPage() {
  const t = useText();
  const erasures = useInfiniteQuery(erasuresQuery);
  return (
    <Stack gap="lg">
      <PageHead title={t('shell.erasures')} says={t('administration.erasures-say')} />
      <EndlessList query={erasures} rowHeight={140} empty={<EmptyState says={t('administration.no-erasures')} />}>
        {(erasure) => <ErasureCard erasure={erasure} />}
      </EndlessList>
    </Stack>
  );
}

function ErasureCard({ erasure }: { readonly erasure: Erasure }) {
  const t = useText();
  const format = useFormat();
  const { status, askedAt, dueAt, hindrances, refusal, pseudonym, kept } = erasure;
  return (
    <Card component="article" withBorder padding="md" mb="sm">
      <Group justify="space-between" align="flex-start">
        <Stack gap={2}>
          <Text fw={600}>{pseudonym ?? erasure.userId}</Text>
          <Text size="sm" c="dimmed">
            {t('administration.erasure-dates', { asked: format.dayOf(askedAt), due: format.dayOf(dueAt) })}
          </Text>
        </Stack>
        <StatusWord meaning={meanings[status]} word={t(`administration.erasure-${status}`)} />
      </Group>
      {refusal === null ? null : (
        <Text size="sm" mt="xs">
          {refusal}
        </Text>
      )}
      <List size="sm" mt="xs">
        {hindrances.map((each) => (
          <List.Item key={each}>{t(`account.hindrance-${each}`)}</List.Item>
        ))}
        {kept.map(({ kind, years, source }) => (
          <List.Item key={`${kind} ${source}`}>{t(`administration.kept-${kind}`, { years, source })}</List.Item>
        ))}
      </List>
      {status === 'asked' ? <Settle erasure={erasure} /> : null}
    </Card>
  );
}

function Settle({ erasure: { id, version, hindrances } }: { readonly erasure: Erasure }) {
  const t = useText();
  const [refuses, setRefuses] = useState(false);
  const outdates = [['erasures', 'all']];
  const params = (key: string) => stepOf({ id, version }, key);
  const complete = useAct(
    (_: void, key) => client.body(client.api.POST('/v1/admin/erasures/{id}/completion', { params: params(key) })),
    { outdates },
  );
  const refuse = useAct(
    (reason: string, key) =>
      client.body(client.api.POST('/v1/admin/erasures/{id}/refusal', { params: params(key), body: { reason } })),
    { outdates },
  );
  return (
    <Stack gap="sm" mt="sm">
      <ProblemNotice problem={complete.error ?? refuse.error} />
      <Group align="flex-end">
        <Button
          size="sm"
          color="red"
          variant="light"
          disabled={hindrances.length > 0}
          loading={complete.isPending}
          onClick={() => complete.mutate()}
        >
          {t('administration.erase')}
        </Button>
        {refuses ? (
          <GiveReason
            label={t('administration.refuse-why')}
            step={t('administration.refuse-erasure')}
            maxLength={500}
            autoFocus
            act={refuse}
          />
        ) : (
          <Button size="sm" variant="default" onClick={() => setRefuses(true)}>
            {t('administration.refuse-erasure')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
