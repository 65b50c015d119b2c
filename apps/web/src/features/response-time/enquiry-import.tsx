import type { components } from '@ajudant/client';
import { Alert, List, Stack, Text } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ChooseFile } from '../../parts/choose-file';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';

type Report = components['schemas']['EnquiryImportDto'];

/** As many of the lines that weren't taken as somebody wants to read at once. */
const mostShown = 20;
const mostBytes = 16 * 1_024 * 1_024;

/** A file of enquiries as a help desk or a shop gives it out: what was taken, and which lines were not and why. */
export function EnquiryImport() {
  const t = useText();
  const read = useAct<Report, string>(
    (csv, key) =>
      client.body(
        client.api.POST('/v1/enquiries/import', {
          params: { header: { 'Idempotency-Key': key } },
          headers: { 'content-type': 'text/csv' },
          body: csv as never,
          bodySerializer: (text) => text as unknown as string,
        }),
      ),
    { outdates: [['response-time']] },
  );
  return (
    <Section title={t('response-time.tell')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed" maw={640}>
          {t('response-time.tell-says')}
        </Text>
        <ChooseFile
          label={t('response-time.choose-file')}
          accept=".csv,.tsv"
          mostBytes={mostBytes}
          isPending={read.isPending}
          problem={read.error}
          onChoose={async ([file]) => read.mutate(await file!.text())}
        />
        {read.data === undefined ? null : (
          <Alert variant="light" role="status">
            {t('response-time.told', {
              created: read.data.created,
              updated: read.data.updated,
              unchanged: read.data.unchanged,
              rejected: read.data.rejected,
            })}
            <List mt="sm" size="sm">
              {read.data.rejectedLines.slice(0, mostShown).map(({ line, reason }) => (
                <List.Item key={line}>{t('response-time.line', { line, reason })}</List.Item>
              ))}
            </List>
          </Alert>
        )}
      </Stack>
    </Section>
  );
}
