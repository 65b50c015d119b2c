import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { BringFile, FileLink, type KnownFile } from '../../parts/files';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import type { Run } from './work-queries';

type Report = components['schemas']['MarkDutyRunDoneDto'];

/** How much was done, how long it took, and where that can be seen. */
export function ReportDone({ run }: { readonly run: Run }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [quantity, setQuantity] = useState<number>(run.quantity ?? run.owed);
  const [minutes, setMinutes] = useState<number | string>(run.minutes ?? '');
  const said = run.evidence.find(({ kind }) => kind !== 'file');
  const [evidence, setEvidence] = useState(said?.value ?? '');
  const [files, setFiles] = useState(run.evidence.filter(({ kind }) => kind === 'file').map(({ value }) => value));
  const brought = ({ id }: KnownFile): void => setFiles((known) => [...known, id]);
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
          max={run.owed}
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
          disabled={typeof minutes !== 'number' || (evidence.trim() === '' && files.length === 0)}
          onClick={() =>
            report.mutate({
              quantity,
              minutes: Number(minutes),
              evidence: [...saidEvidence(evidence), ...files.map((value) => ({ kind: 'file' as const, value }))],
            })
          }
        >
          {t('work.done')}
        </Button>
      </Group>
      <Text size="sm">{t('work.evidence-file')}</Text>
      <BringFile onBrought={brought} />
      {files.map((id) => (
        <Group key={id}>
          <FileLink id={id} />
        </Group>
      ))}
    </Stack>
  );
}

const saidEvidence = (text: string): Report['evidence'] =>
  text.trim() === '' ? [] : [{ kind: /^https?:\/\//.test(text) ? 'link' : 'note', value: text }];
