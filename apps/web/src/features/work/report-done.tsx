import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import type { Run } from './work-queries';

type Report = components['schemas']['MarkDutyRunDoneDto'];

/** How much was done, how long it took, and where that can be seen. */
export function ReportDone({ run }: { readonly run: Run }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [quantity, setQuantity] = useState<number>(run.quantity ?? run.volume);
  const [minutes, setMinutes] = useState<number | string>(run.minutes ?? '');
  const [evidence, setEvidence] = useState(run.evidence[0]?.value ?? '');
  const report = useAct(
    (given: Report, key) =>
      client.body(
        client.api.POST('/v1/engagements/{id}/duty-runs/{runId}/done', {
          params: {
            path: { id: run.engagementId, runId: run.id },
            header: { 'Idempotency-Key': key, 'If-Match': `"${run.version}"` },
          },
          body: given,
        }),
      ),
    { outdates: [['runs']] },
  );
  if (!open) {
    return (
      <Group mt="md">
        <Button size="sm" variant="light" onClick={() => setOpen(true)}>
          {t('work.report')}
        </Button>
      </Group>
    );
  }
  return (
    <Stack gap="sm" mt="md">
      <ProblemNotice problem={report.error} />
      <Group align="flex-end">
        <NumberInput
          label={t('work.done-of', { unit: run.unit })}
          min={1}
          max={run.volume}
          allowDecimal={false}
          value={quantity}
          onChange={(value) => typeof value === 'number' && setQuantity(value)}
        />
        <NumberInput label={t('work.took')} min={1} allowDecimal={false} value={minutes} onChange={setMinutes} />
        <TextInput
          label={t('work.evidence')}
          flex={1}
          maxLength={2000}
          value={evidence}
          onChange={(event) => setEvidence(event.currentTarget.value)}
        />
        <Button
          loading={report.isPending}
          disabled={typeof minutes !== 'number' || evidence.trim() === ''}
          onClick={() =>
            report.mutate({
              quantity,
              minutes: Number(minutes),
              evidence: [{ kind: /^https?:\/\//.test(evidence) ? 'link' : 'note', value: evidence }],
            })
          }
        >
          {t('work.done')}
        </Button>
      </Group>
    </Stack>
  );
}
