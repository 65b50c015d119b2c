import { Alert, Button, Checkbox, FileButton, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { RejectedLines } from '../../parts/rejected-lines';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { languageNames, languages } from '../../texts/languages';
import { useText } from '../../texts/use-text';
import {
  contentTypeOf,
  type ImportPreview,
  type ImportReport,
  previewImport,
  takeIn,
  type WantedImport,
} from './import-queries';

/** A file is looked at first; what it would change is read before it is taken in. */
export function CatalogueImport() {
  const t = useText();
  const [wanted, setWanted] = useState<WantedImport & { readonly fileName: string }>({
    text: '',
    fileName: '',
    contentType: 'text/csv',
    source: '',
    language: 'en',
    retireMissing: false,
  });
  const preview = useAct((given: WantedImport) => previewImport(given));
  const take = useAct((given: WantedImport, key) => takeIn(given, key), {
    outdates: [['imports'], ['catalogue']],
    onDone: () => preview.reset(),
  });
  const wrong = useFieldProblems()(preview.error ?? take.error);
  const change = (part: Partial<typeof wanted>): void => {
    preview.reset();
    take.reset();
    setWanted({ ...wanted, ...part });
  };
  const choose = async (file: File | null): Promise<void> => {
    if (file === null) return;
    change({ fileName: file.name, contentType: contentTypeOf(file.name), text: await file.text() });
  };
  const { fileName: _fileName, ...given } = wanted;
  return (
    <Section title={t('administration.import')}>
      <Stack gap="lg">
        <Group align="flex-end">
          <TextInput
            label={t('administration.source')}
            description={t('administration.source-says')}
            maxLength={20}
            value={wanted.source}
            error={wrong['source']}
            onChange={(event) => change({ source: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('administration.wording')}
            value={wanted.language}
            data={languages.map((code) => ({ value: code, label: languageNames[code] }))}
            onChange={(event) => change({ language: event.currentTarget.value as WantedImport['language'] })}
          />
          <FileButton accept=".csv,.tsv,.txt,.json,.ndjson" onChange={(file) => void choose(file)}>
            {(props) => (
              <Button {...props} variant="default">
                {wanted.fileName === '' ? t('administration.choose-file') : wanted.fileName}
              </Button>
            )}
          </FileButton>
        </Group>
        <Checkbox
          label={t('administration.retire-missing')}
          checked={wanted.retireMissing}
          onChange={(event) => change({ retireMissing: event.currentTarget.checked })}
        />
        <ProblemNotice problem={preview.error ?? take.error} />
        {preview.data === undefined ? (
          <Group>
            <Button
              loading={preview.isPending}
              disabled={wanted.text === '' || wanted.source.trim() === ''}
              onClick={() => preview.mutate(given)}
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
        {take.data === undefined ? null : (
          <>
            <Alert variant="light" role="status">
              {t('administration.taken-in', countsOf(take.data))}
            </Alert>
            <RejectedLines lines={take.data.rejected} />
          </>
        )}
      </Stack>
    </Section>
  );
}

function Preview({ preview, children }: { readonly preview: ImportPreview; readonly children: ReactNode }) {
  const t = useText();
  return (
    <Stack gap="md">
      <Text role="status">
        {t('administration.would-be', countsOf(preview))}
        {preview.missing === 0 ? '' : ` ${t('administration.not-named', { count: preview.missing })}`}
      </Text>
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
      <RejectedLines lines={preview.rejected} />
      {children}
    </Stack>
  );
}

const countsOf = ({ accepted, updated, unchanged, retired, rejected }: ImportPreview | ImportReport) => ({
  accepted,
  updated,
  unchanged,
  retired,
  rejected: rejected.length,
});
