import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { assignedQuery, type Receipt } from './money-queries';

/** Receipts that have their business, the latest first; one that was given to the wrong one is taken back. */
export function AssignedReceipts() {
  const t = useText();
  const receipts = useInfiniteQuery(assignedQuery);
  return (
    <Section title={t('money.assigned-receipts')}>
      <EndlessList query={receipts} rowHeight={72} empty={<EmptyState says={t('money.no-assigned')} />}>
        {(receipt) => <AssignedReceipt receipt={receipt} />}
      </EndlessList>
    </Section>
  );
}

function AssignedReceipt({ receipt }: { readonly receipt: Receipt }) {
  const t = useText();
  const format = useFormat();
  const takeBack = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/admin/bank-receipts/{id}/unassignment', {
          params: { path: { id: receipt.id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    { outdates: [['money']] },
  );
  return (
    <Group justify="space-between" py="xs">
      <Stack gap={0}>
        <Text>
          {receipt.payerName ?? t('money.payer-unknown')} · {format.money(receipt.amount)}
        </Text>
        <Text size="sm" c="dimmed">
          {format.day(receipt.bookedOn)} · {receipt.remittance}
        </Text>
      </Stack>
      <Button size="xs" variant="subtle" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
        {t('money.not-theirs')}
      </Button>
      <ProblemNotice problem={takeBack.error} />
    </Group>
  );
}
