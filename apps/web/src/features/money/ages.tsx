import { Anchor, Table } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';
import { ageingQuery } from './money-queries';

const buckets = ['not-due', '1-30', '31-60', '61-90', 'over-90'] as const;

/** Open invoices by how late they are; nothing where none is open. */
export function Ages() {
  const t = useText();
  const format = useFormat();
  const { data } = useSuspenseQuery(ageingQuery);
  if (data.items.length === 0) return null;
  return (
    <Section
      title={t('money.ages')}
      aside={
        <Anchor href="/v1/reports/ageing.csv" download="ageing.csv" size="sm">
          {t('money.as-csv')}
        </Anchor>
      }
    >
      <WideTable
        label={t('money.ages')}
        width={560}
        heads={[t('money.currency'), ...buckets.map((bucket) => ({ figures: t(`money.age-${bucket}`) }))]}
      >
        {data.items.map(({ currency, ages }) => (
          <Table.Tr key={currency}>
            <Table.Td>{currency}</Table.Td>
            {buckets.map((bucket) => (
              <Table.Td key={bucket} ta="end">
                {format.money(ages[bucket])}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </WideTable>
    </Section>
  );
}
