import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useFormat } from '../../format/use-format';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';

const shown = 20;

/** The latest records that Spain wants of the agency's invoices, and what became of each; nothing before there is one. */
export function BillingRecords({ agencyId }: { readonly agencyId: string }) {
  const t = useText();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['agency', 'billing-records', agencyId],
    queryFn: () =>
      client.body(
        client.api.GET('/v1/agencies/{id}/billing-records', {
          params: { path: { id: agencyId }, query: { limit: shown } },
        }),
      ),
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <WideTable
      label={t('agency.billing-records')}
      width={420}
      heads={[{ figures: t('agency.record') }, t('agency.record-number'), t('agency.record-outcome')]}
    >
      {data.items.map(({ documentId, position, number, outcome, sentAt }) => (
        <Table.Tr key={documentId}>
          <Table.Td ta="end">{position}</Table.Td>
          <Table.Td>{number}</Table.Td>
          <Table.Td>
            {t(outcome === null ? 'agency.record-waiting' : `agency.record-${outcome}`)}
            {sentAt === null ? null : (
              <Text size="xs" c="dimmed">
                {format.moment(sentAt)}
              </Text>
            )}
          </Table.Td>
        </Table.Tr>
      ))}
    </WideTable>
  );
}
