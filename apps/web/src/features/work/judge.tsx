import { Group, Rating, SegmentedControl, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useUndo } from '../../api/use-undo';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { AcceptOrGiveBack } from './accept-or-give-back';
import type { Run } from './work-queries';

type Acceptance = components['schemas']['AcceptDutyRunDto'];
type Rest = NonNullable<Acceptance['rest']>;

const scores = [1, 2, 3, 4, 5];

/**
 * The business takes what was done, with how well, or gives it back and says why; where less was done than asked, it says what
 * becomes of the rest. Of the run in hand, keys do the same: 1 to 5, A to accept, R to give back.
 */
export function Judge({ run, inHand }: { readonly run: Run; readonly inHand: boolean }) {
  const t = useText();
  const [quality, setQuality] = useState(0);
  const [rest, setRest] = useState<Rest>('carried-over');
  const [givesBack, setGivesBack] = useState(false);
  const undo = useUndo();
  const path = { id: run.engagementId, runId: run.id };
  const header = (key: string) => ({ 'Idempotency-Key': key, 'If-Match': `"${run.version}"` });
  const outdates = [['runs']];
  const accept = useAct(
    (body: Acceptance, key) =>
      client.body(
        client.api.POST('/v1/engagements/{id}/duty-runs/{runId}/acceptance', {
          params: { path, header: header(key) },
          body,
        }),
      ),
    { outdates },
  );
  const giveBack = useAct(
    (why: string, key) =>
      client.body(
        client.api.POST('/v1/engagements/{id}/duty-runs/{runId}/return', {
          params: { path, header: header(key) },
          body: { reason: why },
        }),
      ),
    { outdates },
  );
  const left = run.owed - (run.quantity ?? run.owed);
  const take = (): void => {
    if (quality === 0 || undo.pending) return;
    const body = { quality, ...(left > 0 ? { rest } : {}) };
    undo.begin({ says: t('work.was-accepted'), act: () => accept.mutateAsync(body) });
  };
  useHotkeys(
    inHand
      ? [
          ...scores.map((score) => [String(score), () => setQuality(score)] as [string, () => void]),
          ['a', take],
          ['r', () => setGivesBack(true)],
        ]
      : [],
  );
  if (undo.pending) return <Text mt="md">{t('work.status-accepted')}</Text>;
  return (
    <Stack gap="sm" mt="md">
      <ProblemNotice problem={accept.error ?? giveBack.error} />
      {left > 0 ? (
        <Group gap="sm">
          <Text size="sm">{t('work.left', { count: left, unit: run.unit })}</Text>
          <SegmentedControl
            size="xs"
            aria-label={t('work.rest')}
            value={rest}
            data={[
              { value: 'carried-over', label: t('work.rest-carried-over') },
              { value: 'waived', label: t('work.rest-waived') },
            ]}
            onChange={(becomes) => setRest(becomes as Rest)}
          />
        </Group>
      ) : null}
      <AcceptOrGiveBack
        canAccept={quality !== 0}
        isAccepting={accept.isPending}
        onAccept={take}
        givesBack={givesBack}
        whyBack={t('work.why-back')}
        onGivesBack={() => setGivesBack(true)}
        giveBack={giveBack}
      >
        <Rating
          size="lg"
          value={quality}
          onChange={setQuality}
          aria-label={t('work.how-well')}
          getSymbolLabel={(value) => t('work.quality', { value })}
        />
      </AcceptOrGiveBack>
    </Stack>
  );
}
