import type { components } from '@ajudant/client';
import { Alert, FileButton, Button, Group, Stack, Text } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { RejectedLines } from '../../parts/rejected-lines';
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
      {read.data === undefined ? null : <RejectedLines lines={read.data.rejected} />}
    </Stack>
  );
}
