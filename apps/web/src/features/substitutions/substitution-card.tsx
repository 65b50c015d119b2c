import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { GiveReason } from '../../parts/give-reason';
import { TextLink } from '../../parts/links';
import { ProblemNotice } from '../../parts/problem-notice';
import { type Meaning, StatusWord } from '../../parts/status-word';
import { UndoButton } from '../../parts/undo-button';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { AssistantName } from '../directory/assistant-name';
import { outdatedBySubstitution, type Substitution } from './substitution-queries';

const meanings: Readonly<Record<Substitution['status'], Meaning>> = {
  proposed: 'waits-for-them',
  consented: 'draft',
  started: 'good',
  ended: 'ended',
  declined: 'ended',
  withdrawn: 'ended',
};

/** Who would do it for whom, and what the reader can do about it. */
export function SubstitutionCard({ substitution }: { readonly substitution: Substitution }) {
  const t = useText();
  const session = useOwnSession();
  const { id, version, status, assistantId, substituteId, temporary, declineReason } = substitution;
  const isAgency = hasRole(session, 'agency.owner', 'agency.coordinator');
  const isBusiness = hasRole(session, 'business.owner', 'business.colleague');
  const [declines, setDeclines] = useState(false);
  const params = (key: string) => stepOf({ id, version }, key);
  const outdates = outdatedBySubstitution;
  const consent = useAct(
    (_: void, key) => client.body(client.api.POST('/v1/substitutions/{id}/consent', { params: params(key) })),
    { outdates },
  );
  const decline = useAct(
    (reason: string, key) =>
      client.body(client.api.POST('/v1/substitutions/{id}/declination', { params: params(key), body: { reason } })),
    { outdates },
  );
  const withdraw = useAct(
    (_: void, key) => client.body(client.api.POST('/v1/substitutions/{id}/withdrawal', { params: params(key) })),
    { outdates },
  );
  const start = useAct(
    (_: void, key) => client.body(client.api.POST('/v1/substitutions/{id}/start', { params: params(key) })),
    { outdates },
  );
  const end = useAct(
    (_: void, key) => client.body(client.api.POST('/v1/substitutions/{id}/end', { params: params(key) })),
    { outdates },
  );
  const problem = consent.error ?? decline.error ?? withdraw.error ?? start.error ?? end.error;
  const isOpen = status === 'proposed' || status === 'consented';
  return (
    <Card withBorder padding="md">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Stack gap={2}>
            <Text>
              <AssistantName id={substituteId} /> {t('substitutions.for')} <AssistantName id={assistantId} />
            </Text>
            <Text size="sm" c="dimmed">
              {t(temporary ? 'substitutions.for-a-while' : 'substitutions.for-good')}
            </Text>
            {declineReason === null ? null : (
              <Text size="sm">{t('substitutions.declined-because', { reason: declineReason })}</Text>
            )}
          </Stack>
          <StatusWord
            meaning={status === 'proposed' && isBusiness ? 'waits-for-you' : meanings[status]}
            word={t(`substitutions.status-${status}`)}
          />
        </Group>
        <ProblemNotice problem={problem} />
        <Group>
          {isBusiness && status === 'proposed' ? (
            <Button size="sm" loading={consent.isPending} onClick={() => consent.mutate()}>
              {t('substitutions.consent')}
            </Button>
          ) : null}
          {isBusiness && isOpen && !declines ? (
            <Button size="sm" variant="subtle" color="gray" onClick={() => setDeclines(true)}>
              {t('substitutions.decline')}
            </Button>
          ) : null}
          {isAgency && status === 'consented' ? (
            <Button size="sm" loading={start.isPending} onClick={() => start.mutate()}>
              {t('substitutions.start')}
            </Button>
          ) : null}
          {isAgency && isOpen ? (
            <UndoButton quiet size="sm" says={t('substitutions.withdraw')} act={() => withdraw.mutateAsync()} />
          ) : null}
          {isAgency && status === 'started' && temporary ? (
            <Button size="sm" variant="default" loading={end.isPending} onClick={() => end.mutate()}>
              {t('substitutions.end')}
            </Button>
          ) : null}
          <TextLink to="/substitutions/$substitutionId" params={{ substitutionId: id }}>
            {t('substitutions.handover')}
          </TextLink>
        </Group>
        {declines ? (
          <GiveReason autoFocus label={t('substitutions.why-not')} step={t('substitutions.decline')} act={decline} />
        ) : null}
      </Stack>
    </Card>
  );
}
