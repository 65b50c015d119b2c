import { Button, Card, Group, Select, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { paymentServiceQuery, type Receipt, unassignedQuery, unpaidInvoicesQuery } from './money-queries';

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
  const {
    data: { items: invoices },
  } = useSuspenseQuery(unpaidInvoicesQuery);
  const assign = useAct(
    (given: { readonly businessId: string; readonly invoiceIds?: string[] }, key) =>
      client.body(
        client.api.POST('/v1/admin/bank-receipts/{id}/assignment', {
          params: { path: { id: receipt.id }, header: { 'Idempotency-Key': key } },
          body: given,
        }),
      ),
    { outdates: [['money']] },
  );
  const repay = useAct(
    (agencyId: string, key) =>
      client.body(
        client.api.POST('/v1/admin/bank-receipts/{id}/repayment', {
          params: { path: { id: receipt.id }, header: { 'Idempotency-Key': key } },
          body: { agencyId },
        }),
      ),
    { outdates: [['money']] },
  );
  const { data: service } = useSuspenseQuery(paymentServiceQuery);
  const settle = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/admin/bank-receipts/{id}/settlement', {
          params: { path: { id: receipt.id }, header: { 'Idempotency-Key': key } },
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
        <ProblemNotice problem={assign.error ?? repay.error ?? settle.error} />
        {receipt.suggestions.length + receipt.debtors.length === 0 ? (
          <Text size="sm">{t('money.no-suggestion')}</Text>
        ) : null}
        {receipt.suggestions.map(({ businessId, businessName, reasons }) => (
          <Group key={businessId} justify="space-between">
            <Text size="sm">
              {businessName}: {reasons.map((reason) => t(`money.because-${reason}`)).join(', ')}
            </Text>
            <Button
              size="xs"
              variant="default"
              loading={assign.isPending}
              onClick={() => assign.mutate({ businessId })}
            >
              {t('money.assign')}
            </Button>
          </Group>
        ))}
        {receipt.debtors.map(({ agencyId, agencyName, owes }) => (
          <Group key={agencyId} justify="space-between">
            <Text size="sm">{t('money.owes-back', { name: agencyName, amount: format.money(owes) })}</Text>
            <Button size="xs" variant="default" loading={repay.isPending} onClick={() => repay.mutate(agencyId)}>
              {t('money.assign')}
            </Button>
          </Group>
        ))}
        {service.isThere ? (
          <Button size="xs" variant="default" loading={settle.isPending} onClick={() => settle.mutate()}>
            {t('money.passed-on')}
          </Button>
        ) : null}
        <Select
          label={t('money.for-invoice')}
          searchable
          disabled={assign.isPending}
          data={invoices.map(({ id, number, parties, total }) => ({
            value: id,
            label: `${parties?.business.legalName ?? ''} · ${t('invoices.title', { number })} · ${format.money(total)}`,
          }))}
          onChange={(id) => {
            const chosen = invoices.find((invoice) => invoice.id === id);
            if (chosen !== undefined) assign.mutate({ businessId: chosen.businessId, invoiceIds: [chosen.id] });
          }}
        />
      </Stack>
    </Card>
  );
}
