import { Anchor, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { FactList } from './fact-list';
import { marketplaceMoneyQuery } from './money-queries';

/** Volume, take rate, and what is open and due, by currency. */
export function MarketplaceFigures() {
  const t = useText();
  const format = useFormat();
  const { data } = useSuspenseQuery(marketplaceMoneyQuery);
  return (
    <Section
      title={t('money.figures')}
      aside={
        <Anchor href="/v1/admin/reports/money.csv" download="money.csv" size="sm">
          {t('money.as-csv')}
        </Anchor>
      }
    >
      <Stack gap="md">
        {data.items.length === 0 ? <EmptyState says={t('money.no-entries')} /> : null}
        {data.items.map((money) => (
          <Stack gap="xs" key={money.currency}>
            <Text fw={600}>{money.currency}</Text>
            <FactList
              facts={[
                [t('money.volume'), format.money(money.volume)],
                [t('money.commission'), format.money(money.commission)],
                [t('money.take-rate'), money.takeRateBps === null ? '–' : format.share(money.takeRateBps / 10_000)],
                [t('money.prepaid'), format.money(money.prepaid)],
                [t('money.held'), format.money(money.held)],
                [t('money.payouts-due'), format.money(money.payoutsDue)],
                [t('money.refunds-due'), format.money(money.refundsDue)],
                [t('money.disputed'), format.money(money.disputed)],
                [t('money.payment-fees'), format.money(money.paymentFees)],
              ]}
            />
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}
