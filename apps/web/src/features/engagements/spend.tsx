import { Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { spendQuery } from './engagement-queries';

/** Spend against quote: a sentence, then a bar. */
export function SpendOf({ engagementId }: { readonly engagementId: string }) {
  const t = useText();
  const format = useFormat();
  const spend = useQuery(spendQuery(engagementId));
  if (spend.data === undefined) return <ProblemNotice problem={spend.error} />;
  const { charged, toBeCharged, atMost } = spend.data;
  const share = (amountMinor: number): number =>
    atMost.amountMinor === 0 ? 0 : (100 * amountMinor) / atMost.amountMinor;
  return (
    <Stack gap="xs">
      <Text>
        {t('engagements.charged', { charged: format.money(charged), atMost: format.money(atMost) })}
        {toBeCharged.amountMinor === 0
          ? null
          : ` ${t('engagements.to-be-charged', { amount: format.money(toBeCharged) })}`}
      </Text>
      <Progress.Root size="md" aria-hidden>
        <Progress.Section value={share(charged.amountMinor)} />
        <Progress.Section value={share(toBeCharged.amountMinor)} color="sea.3" />
      </Progress.Root>
    </Stack>
  );
}
