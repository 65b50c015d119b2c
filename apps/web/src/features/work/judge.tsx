import { Button, Group, Rating, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import type { Run } from './work-queries';

/** The business takes what was done, with how well, or gives it back and says why. */
export function Judge({ run }: { readonly run: Run }) {
  const t = useText();
  const [quality, setQuality] = useState(0);
  const [reason, setReason] = useState<string | null>(null);
  const path = { id: run.engagementId, runId: run.id };
  const header = (key: string) => ({ 'Idempotency-Key': key, 'If-Match': `"${run.version}"` });
  const outdates = [['runs']];
  const accept = useAct(
    (given: number, key) =>
      client.body(
        client.api.POST('/v1/engagements/{id}/duty-runs/{runId}/acceptance', {
          params: { path, header: header(key) },
          body: { quality: given },
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
  return (
    <Stack gap="sm" mt="md">
      <ProblemNotice problem={accept.error ?? giveBack.error} />
      <Group>
        <Rating
          value={quality}
          onChange={setQuality}
          aria-label={t('work.how-well')}
          getSymbolLabel={(value) => t('work.quality', { value })}
        />
        <Button size="sm" disabled={quality === 0} loading={accept.isPending} onClick={() => accept.mutate(quality)}>
          {t('work.accept')}
        </Button>
        {reason === null ? (
          <Button size="sm" variant="subtle" color="gray" onClick={() => setReason('')}>
            {t('work.give-back')}
          </Button>
        ) : null}
      </Group>
      {reason === null ? null : (
        <Group align="flex-end">
          <Textarea
            label={t('work.why-back')}
            autosize
            maxLength={2000}
            flex={1}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button disabled={reason.trim() === ''} loading={giveBack.isPending} onClick={() => giveBack.mutate(reason)}>
            {t('work.give-back')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
