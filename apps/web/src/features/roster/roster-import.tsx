import type { components } from '@ajudant/client';
import { Alert, FileButton, Button, Group, Stack, Table, Text } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { Wide } from '../../parts/wide';
import { useText } from '../../texts/use-text';

type Report = components['schemas']['RosterReportDto'];

/** A spreadsheet, saved as CSV: what was taken, and which lines were not and why. */
export function RosterImport() {
  const t = useText();
  const read = useAct<Report, string>(
    (csv, key) =>
      client.body(
        client.api.POST('/v1/assistants/import', {
          params: { header: { 'Idempotency-Key': key } },
          headers: { 'content-type': 'text/csv' },
          body: csv as never,
          bodySerializer: (text) => text as unknown as string,
        }),
      ),
    { outdates: [['roster']] },
  );
  return (
    <Stack gap="sm">
      <Group>
        <FileButton accept=".csv,.tsv,text/csv" onChange={(file) => void file?.text().then((csv) => read.mutate(csv))}>
          {(props) => (
            <Button {...props} variant="default" loading={read.isPending}>
              {t('roster.import')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {t('roster.import-says')}
        </Text>
      </Group>
      <ProblemNotice problem={read.error} />
      {read.data === undefined ? null : (
        <Alert variant="light" role="status">
          {t('roster.report', {
            created: read.data.created,
            updated: read.data.updated,
            unchanged: read.data.unchanged,
            rejected: read.data.rejected.length,
          })}
        </Alert>
      )}
      {read.data === undefined || read.data.rejected.length === 0 ? null : (
        <Wide label={t('roster.rejected')} width={480}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('roster.line')}</Table.Th>
                <Table.Th>{t('roster.column')}</Table.Th>
                <Table.Th>{t('roster.reason')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {read.data.rejected.map(({ line, field, reason }) => (
                <Table.Tr key={`${line} ${field}`}>
                  <Table.Td>{line}</Table.Td>
                  <Table.Td>{field}</Table.Td>
                  <Table.Td>{reason}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </Stack>
  );
}
