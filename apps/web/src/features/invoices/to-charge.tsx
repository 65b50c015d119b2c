import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { partiesQuery } from '../calendar/calendar-queries';
import { type Chargeable, chargeableQuery } from './invoice-queries';

/** Accepted work that nobody was charged for yet, an invoice for each agreement; nothing while there is none. */
export function ToCharge() {
  const t = useText();
  const { data, error } = useQuery(chargeableQuery);
  if (error === null && (data === undefined || data.length === 0)) return null;
  return (
    <Section title={t('invoices.to-charge')}>
      <ProblemNotice problem={error} />
      {data?.map((chargeable) => (
        <ChargeCard key={chargeable.engagementId} chargeable={chargeable} />
      ))}
    </Section>
  );
}

function ChargeCard({ chargeable }: { readonly chargeable: Chargeable }) {
  const t = useText();
  const format = useFormat();
  const { engagementId, runs, amount, periodFrom, periodTo } = chargeable;
  const { data: parties } = useQuery(partiesQuery(engagementId));
  const issue = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/invoices', {
          params: { header: { 'Idempotency-Key': key } },
          body: { engagementId, periodFrom, periodTo },
        }),
      ),
    { outdates: [['invoices'], ['runs']] },
  );
  return (
    <Card withBorder padding="md" mb="sm">
      <Group justify="space-between">
        <Stack gap={2}>
          <Text fw={600}>{parties?.business.legalName ?? '…'}</Text>
          <Text size="sm" c="dimmed">
            {t('invoices.accepted', { count: runs })} ·{' '}
            {t('needs.term', { from: format.day(periodFrom), to: format.day(periodTo) })}
          </Text>
        </Stack>
        <Group gap="md">
          <Text fw={600}>{format.money(amount)}</Text>
          <Button loading={issue.isPending} onClick={() => issue.mutate()}>
            {t('invoices.issue')}
          </Button>
        </Group>
      </Group>
      <ProblemNotice problem={issue.error} />
    </Card>
  );
}
