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
import { type Refund, refundsQuery } from './money-queries';
import { RefundStatus } from './refund-status';

/** What goes back to businesses: given to the bank as a file, noted as sent, or as come back. */
export function RefundsDue() {
  const t = useText();
  const refunds = useInfiniteQuery(refundsQuery);
  return (
    <Section title={t('money.refunds')}>
      <EndlessList query={refunds} rowHeight={110} empty={<EmptyState says={t('money.no-refunds')} />}>
        {(refund) => <RefundDue refund={refund} />}
      </EndlessList>
    </Section>
  );
}

const nextSteps = { asked: 'money.note-sent', sent: 'money.came-back' } as const;

function RefundDue({ refund }: { readonly refund: Refund }) {
  const t = useText();
  const format = useFormat();
  const { id, status } = refund;
  // What goes to a card, the payment service does and says.
  const isByBank = refund.account !== null;
  const step = isByBank && (status === 'asked' || status === 'sent') ? nextSteps[status] : null;
  const take = useAct(
    (_: void, key) => {
      const params = { path: { id }, header: { 'Idempotency-Key': key } };
      return client.body(
        status === 'asked'
          ? client.api.POST('/v1/admin/refunds/{id}/sending', { params })
          : client.api.POST('/v1/admin/refunds/{id}/return', { params }),
      );
    },
    { outdates: [['money']] },
  );
  return (
    <Card withBorder padding="md" mb="sm">
      <Group justify="space-between">
        <Stack gap={2}>
          <Text fw={600}>
            {refund.businessName} · {format.money(refund.amount)}
          </Text>
          <Text size="sm" c="dimmed">
            {refund.account === null ? t('money.to-card') : `${refund.account.holder} · ${refund.account.iban}`} ·{' '}
            {format.dayOf(refund.askedAt)}
          </Text>
        </Stack>
        <Group gap="xs">
          <RefundStatus status={refund.status} />
          {isByBank && refund.status === 'asked' ? (
            <Button
              component="a"
              size="xs"
              variant="default"
              href={`/v1/admin/refunds/pain.001?currency=${refund.amount.currency}`}
              download={`refunds-${refund.amount.currency}.xml`}
            >
              {t('money.bank-file')}
            </Button>
          ) : null}
          {step === null ? null : (
            <Button size="xs" variant="default" loading={take.isPending} onClick={() => take.mutate()}>
              {t(step)}
            </Button>
          )}
        </Group>
      </Group>
      <ProblemNotice problem={take.error} />
    </Card>
  );
}
