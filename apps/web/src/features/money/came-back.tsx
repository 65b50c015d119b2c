import { Text } from '@mantine/core';
import { type Money, useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';

/** What of a payout the payment service has taken back, where it has: it is owed again. */
export function CameBack({ amount }: { readonly amount: Money }) {
  const t = useText();
  const format = useFormat();
  if (amount.amountMinor === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('money.part-came-back', { amount: format.money(amount) })}
    </Text>
  );
}
