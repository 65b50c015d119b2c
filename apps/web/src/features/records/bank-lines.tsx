import type { components } from '@ajudant/client';
import { Alert, Button, Group, List, Stack, Table, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { chosen, type ChosenFile } from '../../api/chosen-file';
import { client } from '../../api/client';
import { bringFile } from '../../api/files';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ChooseFile } from '../../parts/choose-file';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';
import { sourcesQuery } from './record-queries';
import { type Mapping, StatementColumns } from './statement-columns';

type Report = components['schemas']['RecordImportDto'];
type Columns = components['schemas']['StatementColumnsDto'];
type Asked = components['schemas']['ImportRecordsDto'];

/**
 * A statement of the bank: which column is what, what it says, and then it is taken.
 * @param engagementId where an agency brings it for a business
 */
export function BankLines({ currency, engagementId }: { readonly currency: string; readonly engagementId?: string }) {
  const t = useText();
  const [source, setSource] = useState('');
  const [fileId, setFileId] = useState<string | null>(null);
  const { data: known } = useQuery({ ...sourcesQuery, enabled: engagementId === undefined });
  const whose = engagementId === undefined ? {} : { engagementId };
  const take = useAct<Report, Asked>(
    (body, key) =>
      client.body(client.api.POST('/v1/record-imports', { params: { header: { 'Idempotency-Key': key } }, body })),
    { outdates: [['records']] },
  );
  const read = useAct<Columns, string>(
    (id) =>
      client.body(
        client.api.POST('/v1/record-imports/columns', { body: { fileId: id, source: source.trim(), ...whose } }),
      ),
    {
      onDone: ({ form }, id) => {
        if (form !== 'csv') take.mutate({ fileId: id, source: source.trim(), isPreview: true, ...whose });
      },
    },
  );
  const bring = useAct(({ file }: ChosenFile, key) => bringFile(file, key), {
    onDone: ({ id }) => {
      setFileId(id);
      take.reset();
      read.mutate(id);
    },
  });
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const ask = (isPreview: boolean, said: Mapping | null): void => {
    if (fileId !== null) {
      take.mutate({ fileId, source: source.trim(), isPreview, ...whose, ...(said !== null && { mapping: said }) });
    }
  };
  const csv = read.data?.form === 'csv' ? read.data : undefined;
  return (
    <Section title={t('records.bank')} says={t('records.bank-says')}>
      <Stack gap="sm">
        <Group align="flex-end">
          <TextInput
            label={t('records.source')}
            list="record-sources"
            maxLength={100}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <datalist id="record-sources">
            {(known?.items ?? []).map(({ name }) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </Group>
        <ChooseFile
          label={t('records.choose-statement')}
          accept=".csv,.tsv,.xlsx,.xml,.ofx,.qfx,.txt"
          notYet={source.trim() === '' ? t('records.source-first') : undefined}
          isPending={bring.isPending}
          problem={bring.error ?? read.error}
          onChoose={([file]) => bring.mutate(chosen(file!))}
        />
        {csv !== undefined && fileId !== null && take.data?.isPreview !== false ? (
          <StatementColumns
            key={fileId}
            read={csv}
            isPending={take.isPending}
            onSaid={(said) => {
              setMapping(said);
              ask(true, said);
            }}
          />
        ) : null}
        <ProblemNotice problem={take.error} />
        {take.data === undefined ? null : <ImportReport report={take.data} currency={currency} />}
        {take.data?.isPreview === true && take.data.taken > 0 ? (
          <Button
            w="fit-content"
            loading={take.isPending}
            onClick={() => ask(false, csv === undefined ? null : mapping)}
          >
            {t('records.take-lines', { count: take.data.taken })}
          </Button>
        ) : null}
      </Stack>
    </Section>
  );
}

function ImportReport({ report, currency }: { readonly report: Report; readonly currency: string }) {
  const t = useText();
  const format = useFormat();
  const { taken, known, rejected } = report;
  return (
    <Alert variant="light" role="status">
      {t(report.isPreview ? 'records.would-take' : 'records.has-taken', { taken, known, rejected })}
      <List size="sm">
        {report.rejectedLines.map(({ line, detail }) => (
          <List.Item key={line}>{t('records.rejected', { line, detail })}</List.Item>
        ))}
      </List>
      {report.lines.length === 0 ? null : (
        <WideTable label={t('records.bank')} width={480}>
          {report.lines.slice(0, 10).map((line) => (
            <Table.Tr key={`${line.datedOn} ${line.amountMinor} ${line.description}`}>
              <Table.Td>{format.day(line.datedOn)}</Table.Td>
              <Table.Td>{line.counterpart ?? line.description}</Table.Td>
              <Table.Td>{format.money({ amountMinor: line.amountMinor, currency })}</Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
    </Alert>
  );
}
