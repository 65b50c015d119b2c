import type { components } from '@ajudant/client';
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { asItIs, chosen, type ChosenFile } from '../../api/chosen-file';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ChooseFile } from '../../parts/choose-file';
import { FileRemarks } from '../../parts/file-remarks';
import { useText } from '../../texts/use-text';
import { CorrectLines } from './correct-lines';

type Report = components['schemas']['RosterReportDto'];
type Preview = components['schemas']['RosterPreviewDto'];

const look = (file: ChosenFile): Promise<Preview> =>
  client.body(client.api.POST('/v1/assistants/import/previews', asItIs(file)));

const take = (file: ChosenFile, key: string): Promise<Report> =>
  client.body(
    client.api.POST('/v1/assistants/import', { params: { header: { 'Idempotency-Key': key } }, ...asItIs(file) }),
  );

const mostBytes = 1_024 * 1_024;

/** A spreadsheet of assistants: what it would change, then what was taken, and which lines were not and why. */
export function RosterImport() {
  const t = useText();
  const [file, setFile] = useState<ChosenFile | null>(null);
  /** What the file says, where it holds something to be put right. */
  const [text, setText] = useState<string | null>(null);
  const preview = useAct<Preview, ChosenFile>(look, { onDone: (report) => setText(report.text) });
  const taken = useAct<Report, ChosenFile>(take, { outdates: [['roster']], onDone: () => preview.reset() });
  const choose = (given: File): void => {
    taken.reset();
    setFile(chosen(given));
    preview.mutate(chosen(given));
  };
  const correct = (csv: string): void => choose(new File([csv], 'roster.csv', { type: 'text/csv' }));
  return (
    <Stack gap="sm">
      <ChooseFile
        label={t('roster.import')}
        accept=".csv,.tsv,.txt,.xlsx"
        mostBytes={mostBytes}
        says={t('roster.import-says')}
        isPending={preview.isPending || taken.isPending}
        problem={preview.error ?? taken.error}
        onChoose={([given]) => choose(given!)}
      />
      {file !== null && (preview.isPending || taken.isPending) ? (
        <Progress value={100} animated aria-label={t('roster.reading', { name: file.name })} />
      ) : null}
      {preview.data === undefined || file === null ? null : (
        <>
          <Text role="status">{t('roster.would-be', countsOf(preview.data))}</Text>
          <FileRemarks remarks={preview.data.remarks} />
          <CorrectLines text={text} lines={preview.data.rejected} onCorrected={correct} />
          <Group>
            <Button loading={taken.isPending} onClick={() => taken.mutate(file)}>
              {t('roster.take-in')}
            </Button>
            <Button variant="subtle" color="gray" onClick={() => preview.reset()}>
              {t('roster.leave-it')}
            </Button>
          </Group>
        </>
      )}
      {taken.data === undefined ? null : (
        <>
          <Alert variant="light" role="status">
            {t('roster.report', countsOf(taken.data))}
          </Alert>
          <CorrectLines text={text} lines={taken.data.rejected} onCorrected={correct} />
        </>
      )}
    </Stack>
  );
}

const countsOf = ({ created, updated, unchanged, rejected }: Report) => ({
  created,
  updated,
  unchanged,
  rejected: rejected.length,
});
