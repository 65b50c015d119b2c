import type { components } from '@ajudant/client';
import { Alert, List, Stack } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ChooseFile } from '../../parts/choose-file';
import { useText } from '../../texts/use-text';

type Report = components['schemas']['StatementReportDto'];

const mostBytes = 1_024 * 1_024;

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
      <ChooseFile
        label={t('money.import')}
        accept=".csv,.xml"
        mostBytes={mostBytes}
        says={t('money.import-says')}
        isPending={take.isPending}
        problem={take.error}
        onChoose={async ([file]) => take.mutate(await file!.text())}
      />
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
