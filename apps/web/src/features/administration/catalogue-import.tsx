import { Alert, Button, Checkbox, Group, NativeSelect, Progress, Stack, Table, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { chosen, type ChosenFile } from '../../api/chosen-file';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { ChooseFile } from '../../parts/choose-file';
import { FileRemarks } from '../../parts/file-remarks';
import { ProblemNotice } from '../../parts/problem-notice';
import { RejectedLines } from '../../parts/rejected-lines';
import { Section } from '../../parts/section';
import { typed } from '../../parts/typed';
import { WideTable } from '../../parts/wide-table';
import { languageNames, languages } from '../../texts/languages';
import { useText } from '../../texts/use-text';
import {
  cancelImport,
  importFile,
  type ImportJob,
  type ImportJobReport,
  languageOfName,
  type WantedImport,
} from './import-queries';

const mostBytes = 16 * 1_024 * 1_024;

type Draft = Omit<WantedImport, 'file'> & { readonly file: ChosenFile | null };

/** A file is looked at first; what it would change is read before it is taken in. */
export function CatalogueImport() {
  const t = useText();
  const [wanted, setWanted] = useState<Draft>({ file: null, source: '', language: 'en', retireMissing: false });
  const [job, setJob] = useState<ImportJob | null>(null);
  const preview = useAct((given: WantedImport, key) => importFile(given, true, key, setJob));
  const take = useAct((given: WantedImport, key) => importFile(given, false, key, setJob), {
    outdates: [['imports'], ['catalogue'], ['imported-entries']],
    onDone: () => preview.reset(),
  });
  const wrong = useFieldProblems()(preview.error ?? take.error);
  const change = (part: Partial<Draft>): void => {
    preview.reset();
    take.reset();
    setWanted({ ...wanted, ...part });
  };
  const choose = (file: File): void =>
    change({ file: chosen(file), language: languageOfName(file.name) ?? wanted.language });
  const { file } = wanted;
  const given = file === null || wanted.source.trim() === '' ? null : { ...wanted, file };
  return (
    <Section title={t('administration.import')}>
      <Stack gap="lg">
        <Group align="flex-end">
          <TextInput
            label={t('administration.source')}
            description={t('administration.source-says')}
            maxLength={20}
            error={wrong['source']}
            {...typed(wanted.source, (source) => change({ source }))}
          />
          <NativeSelect
            label={t('administration.wording')}
            value={wanted.language}
            data={languages.map((code) => ({ value: code, label: languageNames[code] }))}
            onChange={(event) => change({ language: event.currentTarget.value as WantedImport['language'] })}
          />
        </Group>
        <ChooseFile
          label={file === null ? t('administration.choose-file') : file.name}
          accept=".csv,.tsv,.txt,.xlsx,.json,.ndjson"
          mostBytes={mostBytes}
          onChoose={([chosenFile]) => choose(chosenFile!)}
        />
        <Checkbox
          label={t('administration.retire-missing')}
          checked={wanted.retireMissing}
          onChange={(event) => change({ retireMissing: event.currentTarget.checked })}
        />
        <ProblemNotice problem={preview.error ?? take.error} />
        {preview.data === undefined || given === null ? (
          <Group>
            <Button
              loading={preview.isPending}
              disabled={given === null}
              onClick={() => (given === null ? undefined : preview.mutate(given))}
            >
              {t('administration.look-first')}
            </Button>
          </Group>
        ) : (
          <Preview preview={preview.data}>
            <Group>
              <Button loading={take.isPending} onClick={() => take.mutate(given)}>
                {t('administration.take-in')}
              </Button>
              <Button variant="subtle" color="gray" onClick={() => preview.reset()}>
                {t('administration.leave-it')}
              </Button>
            </Group>
          </Preview>
        )}
        {preview.isPending || take.isPending ? <UnderWay job={job} /> : null}
        {take.data === undefined ? null : (
          <>
            <Alert variant="light" role="status">
              {t('administration.taken-in', countsOf(take.data))}
            </Alert>
            <NotTaken report={take.data} />
          </>
        )}
      </Stack>
    </Section>
  );
}

function UnderWay({ job }: { readonly job: ImportJob | null }) {
  const t = useText();
  const cancel = useAct((id: string, key) => cancelImport(id, key));
  const isRead = job !== null && job.total > 0;
  const says = isRead
    ? t('administration.import-going', { done: job.done, total: job.total })
    : t('administration.import-reading');
  return (
    <Group gap="sm">
      <Progress w={240} value={isRead ? (job.done / job.total) * 100 : 100} animated={!isRead} aria-label={says} />
      <Text size="sm">{says}</Text>
      {job === null ? null : (
        <Button size="compact-sm" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
          {t('administration.import-cancel')}
        </Button>
      )}
    </Group>
  );
}

function Preview({ preview, children }: { readonly preview: ImportJobReport; readonly children: ReactNode }) {
  const t = useText();
  return (
    <Stack gap="md">
      <Text role="status">
        {t('administration.would-be', countsOf(preview))}
        {preview.missing === 0 ? '' : ` ${t('administration.not-named', { count: preview.missing })}`}
      </Text>
      <FileRemarks remarks={preview.remarks} />
      {preview.entries.length === 0 ? null : (
        <WideTable label={t('administration.entries')} width={480}>
          {preview.entries.map(({ code, labels, becomes }) => (
            <Table.Tr key={code}>
              <Table.Td>{t(`administration.becomes-${becomes}`)}</Table.Td>
              <Table.Td>{Object.values(labels).join(' · ')}</Table.Td>
              <Table.Td c="dimmed">{code}</Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
      <NotTaken report={preview} />
      {children}
    </Stack>
  );
}

function NotTaken({ report: { rejected, rejectedCount } }: { readonly report: ImportJobReport }) {
  const t = useText();
  const more = rejectedCount - rejected.length;
  return (
    <>
      <RejectedLines lines={rejected} />
      {more === 0 ? null : <Text size="sm">{t('administration.more-rejected', { count: more })}</Text>}
    </>
  );
}

const countsOf = ({ accepted, updated, unchanged, retired, rejectedCount: rejected }: ImportJobReport) => ({
  accepted,
  updated,
  unchanged,
  retired,
  rejected,
});
