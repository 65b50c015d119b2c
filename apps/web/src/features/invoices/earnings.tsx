import { Table } from '@mantine/core';
import { useIntl } from 'react-intl';
import { useFormat } from '../../format/use-format';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';
import { earningsOf, type Invoice } from './invoice-queries';

/** What is left for the agency of what it charged, month by month. */
export function Earnings({ invoices }: { readonly invoices: readonly Invoice[] }) {
  const t = useText();
  const format = useFormat();
  const { formatDate } = useIntl();
  const months = earningsOf(invoices);
  if (months.length === 0) return null;
  return (
    <Section title={t('invoices.earned')}>
      <WideTable
        label={t('invoices.earned')}
        width={480}
        heads={[
          t('invoices.month'),
          { figures: t('invoices.count') },
          { figures: t('agreements.subtotal') },
          { figures: t('invoices.commission') },
          { figures: t('invoices.yours') },
        ]}
      >
        {months.map(({ month, invoices: count, work, commission, earned }) => (
          <Table.Tr key={`${month} ${work.currency}`}>
            <Table.Td>
              {formatDate(`${month}-01T00:00:00Z`, { month: 'long', year: 'numeric', timeZone: 'UTC' })}
            </Table.Td>
            <Table.Td ta="end">{format.number(count)}</Table.Td>
            <Table.Td ta="end">{format.money(work)}</Table.Td>
            <Table.Td ta="end">{format.money(commission)}</Table.Td>
            <Table.Td ta="end" fw={600}>
              {format.money(earned)}
            </Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
    </Section>
  );
}
