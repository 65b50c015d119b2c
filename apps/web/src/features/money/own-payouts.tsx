import { Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { CameBack } from './came-back';
import { payoutsQuery } from './money-queries';
import { PayoutStatus } from './payout-status';

/** What the agency was paid, and what is on its way. */
export function OwnPayouts() {
  const t = useText();
  const format = useFormat();
  const payouts = useInfiniteQuery(payoutsQuery);
  return (
    <Section title={t('money.payouts')}>
      <EndlessList query={payouts} rowHeight={96} empty={<EmptyState says={t('money.no-payouts')} />}>
        {(payout) => (
          <Card withBorder padding="md" mb="sm">
            <Group justify="space-between">
              <Stack gap={2}>
                <Text fw={600}>{format.money(payout.total)}</Text>
                <Text size="sm" c="dimmed">
                  {t('money.made-of', { earnings: format.money(payout.earnings), tax: format.money(payout.tax) })} ·{' '}
                  {t('money.invoices', { count: payout.invoiceIds.length })} · {format.dayOf(payout.madeAt)}
                </Text>
                <CameBack amount={payout.cameBack} />
              </Stack>
              <PayoutStatus payout={payout} />
            </Group>
          </Card>
        )}
      </EndlessList>
    </Section>
  );
}
