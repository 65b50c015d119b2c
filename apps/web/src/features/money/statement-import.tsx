import type { components } from '@ajudant/client';
import { Alert, Button, FileButton, Group, List, Stack, Text } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';

type Report = components['schemas']['StatementReportDto'];

/** A statement of the bank, as camt.053 or CSV: what was taken, and which entries were not and why. */
export function StatementImport() {
  const t = useText();
  const take = useAct<Report, string>(
    (text, key) =>
      client.body(
        client.api.POST('/v1/admin/bank-statements', {
          params: { header: { 'Idempotency-Key': key } },
          headers: { 'content-type': text.trimStart().startsWith('<') ? 'application/xml' : 'text/csv' },
          body: text as never,
          bodySerializer: (body) => body as unknown as string,
        }),
      ),
    { outdates: [['money']] },
  );
  return (
    <Stack gap="sm">
      <Group>
        <FileButton
          accept=".csv,.xml,text/csv,application/xml"
          onChange={(file) => void file?.text().then(take.mutate)}
        >
          {(props) => (
            <Button {...props} variant="default" loading={take.isPending}>
              {t('money.import')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {t('money.import-says')}
        </Text>
      </Group>
      <ProblemNotice problem={take.error} />
      {take.data === undefined ? null : (
        <Alert variant="light" role="status">
          {t('money.report', {
            assigned: take.data.assigned,
            unassigned: take.data.unassigned,
            known: take.data.known,
            passedOver: take.data.passedOver,
          })}
          <List size="sm">
            {take.data.rejected.map(({ entry, detail }) => (
              <List.Item key={entry}>{t('money.rejected', { entry, detail })}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  );
}
