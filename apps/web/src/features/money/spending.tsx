import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { TextLink } from '../../parts/links';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';
import { type EngagementSpending, spendingQuery } from './money-queries';

/** What was agreed, what was spent, and what an hour that was gained has cost, duty by duty. */
export function Spending() {
  const t = useText();
  const { data } = useSuspenseQuery(spendingQuery);
  return (
    <Section
      title={t('money.spending')}
      aside={
        <Anchor href="/v1/reports/spending.csv" download="spending.csv" size="sm">
          {t('money.as-csv')}
        </Anchor>
      }
    >
      <Stack gap="lg">
        {data.items.length === 0 ? <EmptyState says={t('money.no-spending')} /> : null}
        {data.items.map((engagement, place) => (
          <OfEngagement key={engagement.engagementId} engagement={engagement} number={place + 1} />
        ))}
      </Stack>
    </Section>
  );
}

/** @param number by which those of one agency are told apart */
function OfEngagement({ engagement, number }: { readonly engagement: EngagementSpending; readonly number: number }) {
  const t = useText();
  const format = useFormat();
  const { engagementId, agency, quoted, spent, lines } = engagement;
  return (
    <Stack gap="xs">
      <Text>
        <TextLink to="/engagements/$engagementId" params={{ engagementId }}>
          {agency ?? t('engagements.title')}
        </TextLink>{' '}
        · {t('money.spent-of', { spent: format.money(spent), quoted: format.money(quoted) })}
      </Text>
      <WideTable
        label={`${t('money.spending')} (${number})`}
        width={560}
        heads={[
          t('agreements.duty'),
          { figures: t('money.quoted') },
          { figures: t('money.charged') },
          { figures: t('money.hours-gained') },
          { figures: t('money.an-hour') },
        ]}
      >
        {lines.map((line) => (
          <Table.Tr key={line.lineId}>
            <Table.Td>{line.description}</Table.Td>
            <Table.Td ta="end">{format.money(line.quoted)}</Table.Td>
            <Table.Td ta="end">{format.money(line.charged)}</Table.Td>
            <Table.Td ta="end">{format.minutes(line.minutes)}</Table.Td>
            <Table.Td ta="end">{line.costPerHour === null ? '–' : format.money(line.costPerHour)}</Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
    </Stack>
  );
}
