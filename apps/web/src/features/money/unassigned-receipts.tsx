import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { type Receipt, unassignedQuery } from './money-queries';

/** Receipts that name no invoice: whose they may be, for somebody to say. */
export function UnassignedReceipts() {
  const t = useText();
  const receipts = useInfiniteQuery(unassignedQuery);
  return (
    <Section title={t('money.unassigned-receipts')}>
      <EndlessList query={receipts} rowHeight={150} empty={<EmptyState says={t('money.no-unassigned')} />}>
        {(receipt) => <UnassignedReceipt receipt={receipt} />}
      </EndlessList>
    </Section>
  );
}

function UnassignedReceipt({ receipt }: { readonly receipt: Receipt }) {
  const t = useText();
  const format = useFormat();
  const assign = useAct(
    (businessId: string, key) =>
      client.body(
        client.api.POST('/v1/admin/bank-receipts/{id}/assignment', {
          params: { path: { id: receipt.id }, header: { 'Idempotency-Key': key } },
          body: { businessId },
        }),
      ),
    { outdates: [['money']] },
  );
  return (
    <Card withBorder padding="md" mb="sm">
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={600}>{receipt.payerName ?? t('money.payer-unknown')}</Text>
          <Text fw={600}>{format.money(receipt.amount)}</Text>
        </Group>
        <Text size="sm" c="dimmed">
          {format.day(receipt.bookedOn)} · {receipt.payerIban ?? '–'} · {receipt.remittance}
        </Text>
        <ProblemNotice problem={assign.error} />
        {receipt.suggestions.length === 0 ? <Text size="sm">{t('money.no-suggestion')}</Text> : null}
        {receipt.suggestions.map(({ businessId, businessName, reasons }) => (
          <Group key={businessId} justify="space-between">
            <Text size="sm">
              {businessName}: {reasons.map((reason) => t(`money.because-${reason}`)).join(', ')}
            </Text>
            <Button size="xs" variant="default" loading={assign.isPending} onClick={() => assign.mutate(businessId)}>
              {t('money.assign')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
