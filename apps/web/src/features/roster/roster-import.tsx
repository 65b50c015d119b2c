import type { components } from '@ajudant/client';
import { Alert, Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { asItIs, chosen, type ChosenFile } from '../../api/chosen-file';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { DropFile } from '../../parts/drop-file';
import { FileRemarks } from '../../parts/file-remarks';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { CorrectLines } from './correct-lines';

type Report = components['schemas']['RosterReportDto'];

const look = (file: ChosenFile): Promise<Report> =>
  client.body(client.api.POST('/v1/assistants/import/previews', asItIs(file)));

const take = (file: ChosenFile, key: string): Promise<Report> =>
  client.body(
    client.api.POST('/v1/assistants/import', { params: { header: { 'Idempotency-Key': key } }, ...asItIs(file) }),
  );

/** A spreadsheet of assistants: what it would change, then what was taken, and which lines were not and why. */
export function RosterImport() {
  const t = useText();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const preview = useAct<Report, ChosenFile>(look);
  const taken = useAct<Report, ChosenFile>(take, { outdates: [['roster']], onDone: () => preview.reset() });
  const choose = (given: File | null): void => {
    if (given === null) return;
    taken.reset();
    setFile(chosen(given));
    preview.mutate(chosen(given));
  };
  return (
    <Stack gap="sm">
      <DropFile onDrop={choose}>
        <Group>
          <FileButton accept=".csv,.tsv,.txt,.xlsx,text/csv" onChange={choose}>
            {(props) => (
              <Button {...props} variant="default" loading={preview.isPending || taken.isPending}>
                {t('roster.import')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {t('roster.import-says')}
          </Text>
        </Group>
      </DropFile>
      {file !== null && (preview.isPending || taken.isPending) ? (
        <Progress value={100} animated aria-label={t('roster.reading', { name: file.name })} />
      ) : null}
      <ProblemNotice problem={preview.error ?? taken.error} />
      {preview.data === undefined || file === null ? null : (
        <>
          <Text role="status">{t('roster.would-be', countsOf(preview.data))}</Text>
          <FileRemarks remarks={preview.data.remarks} />
          <CorrectLines chosen={file} lines={preview.data.rejected} onCorrected={choose} />
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
          {file === null ? null : <CorrectLines chosen={file} lines={taken.data.rejected} onCorrected={choose} />}
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
