import type { components } from '@ajudant/client';
import { Stack, Table, Text } from '@mantine/core';
import { SumRows } from '../../parts/sum-rows';
import { TaxReason } from '../../parts/tax-reason';
import { WideTable } from '../../parts/wide-table';
import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';

/** What the term costs at most, and how that follows from the duties. */
export function Price({ quote }: { readonly quote: components['schemas']['QuoteDto'] }) {
  const t = useText();
  const format = useFormat();
  const sums: readonly (readonly [string, string])[] = [
    [t('agreements.subtotal'), format.money(quote.subtotal)],
    [t('agreements.commission', { share: format.share(quote.commissionBps / 10_000) }), format.money(quote.commission)],
    [t('agreements.tax', { share: format.share(quote.taxBps / 10_000) }), format.money(quote.tax)],
  ];
  return (
    <Stack gap="sm">
      <Text>{t('agreements.price-says', { total: format.money(quote.total) })}</Text>
      <WideTable label={t('agreements.price')} width={480}>
        {quote.lines.map(({ lineId, description, quantity, unit, unitPrice, subtotal }) => (
          <Table.Tr key={lineId}>
            <Table.Td>{description}</Table.Td>
            <Table.Td>{t('words.quantity-at', { quantity, unit, price: format.money(unitPrice) })}</Table.Td>
            <Table.Td ta="end">{format.money(subtotal)}</Table.Td>
          </Table.Tr>
        ))}
        <SumRows sums={sums} />
        <Table.Tr fw={600}>
          <Table.Td colSpan={2}>{t('agreements.total')}</Table.Td>
          <Table.Td ta="end">{format.money(quote.total)}</Table.Td>
        </Table.Tr>
      </WideTable>
      <TaxReason reason={quote.taxReason} />
    </Stack>
  );
}
