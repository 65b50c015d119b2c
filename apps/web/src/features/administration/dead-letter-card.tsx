import { Button, Card, Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { Beside } from '../../parts/beside';
import { GiveReason } from '../../parts/give-reason';
import { ProblemNotice } from '../../parts/problem-notice';
import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import type { DeadLetter } from './dead-letter-queries';
import { useHappened, useSubject } from './use-happened';

const meanings: Readonly<Record<DeadLetter['status'], Meaning>> = {
  dead: 'waits-for-you',
  parked: 'waits-for-them',
  replayed: 'good',
  discarded: 'ended',
};

/** A message that was put aside: what it was, who stumbled over it, and why. */
export function DeadLetterCard({ letter }: { readonly letter: DeadLetter }) {
  const t = useText();
  const format = useFormat();
  const happened = useHappened();
  const subject = useSubject();
  return (
    <Card withBorder padding="md" mb="sm">
      <Beside
        aside={<StatusWord meaning={meanings[letter.status]} word={t(`administration.letter-${letter.status}`)} />}
      >
        <Text fw={600}>{letter.eventType === null ? t('administration.unreadable') : happened(letter.eventType)}</Text>
        <Text size="sm" c="dimmed">
          {t('administration.put-aside', {
            consumer: letter.consumer,
            service: letter.service,
            moment: format.moment(letter.putAsideAt),
          })}
        </Text>
        {letter.aggregateId === null ? null : (
          <Text size="sm" c="dimmed">
            {letter.aggregateType === null ? null : subject(letter.aggregateType)} <Code>{letter.aggregateId}</Code>
          </Text>
        )}
      </Beside>
      {letter.cause === null ? null : (
        <Code block mt="sm">
          {letter.cause}
        </Code>
      )}
      {letter.discardAsked === null ? null : (
        <Text size="sm" mt="sm">
          {t('administration.discard-asked', { reason: letter.discardAsked.reason })}
        </Text>
      )}
      {letter.status === 'dead' ? <Decision letter={letter} /> : null}
    </Card>
  );
}

function Decision({ letter }: { readonly letter: DeadLetter }) {
  const t = useText();
  const [discards, setDiscards] = useState(false);
  const outdates = [['dead-letters'], ['figures']];
  const path = { id: letter.id };
  const replay = useAct(
    () => client.body(client.api.POST('/v1/admin/dead-letters/{id}/replay', { params: { path } })),
    { outdates },
  );
  const discard = useAct(
    (given: string) =>
      client.body(
        client.api.POST('/v1/admin/dead-letters/{id}/discard', {
          params: { path },
          body: { reason: given },
        }),
      ),
    { outdates },
  );
  return (
    <Stack gap="sm" mt="sm">
      <ProblemNotice problem={replay.error ?? discard.error} />
      {replay.isSuccess || discard.isSuccess || letter.replayAskedAt !== null ? (
        <Text size="sm" c="dimmed" role="status">
          {t('administration.asked')}
        </Text>
      ) : null}
      <Group align="flex-end">
        <Button size="sm" loading={replay.isPending} onClick={() => replay.mutate()}>
          {t('administration.replay')}
        </Button>
        {discards ? (
          <GiveReason
            autoFocus
            takesAway
            label={t('administration.discard-why')}
            step={t('administration.discard')}
            maxLength={500}
            act={discard}
          />
        ) : (
          <Button size="sm" variant="subtle" color="gray" onClick={() => setDiscards(true)}>
            {t('administration.discard')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
