import type { components } from '@ajudant/client';
import { Stack, Table, Text } from '@mantine/core';
import { ChargeRow, SumRows } from '../../parts/sum-rows';
import { TaxReason } from '../../parts/tax-reason';
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
    [t('agreements.total'), format.money(quote.total)],
  ];
  return (
    <Stack gap="sm">
      <Text>{t('agreements.price-says', { total: format.money(quote.total) })}</Text>
      <Table aria-label={t('agreements.price')}>
        <Table.Tbody>
          {quote.lines.map(({ lineId, description, quantity, unit, unitPrice, subtotal }) => (
            <ChargeRow
              key={lineId}
              what={description}
              much={t('words.quantity-at', { quantity, unit, price: format.money(unitPrice) })}
              amount={format.money(subtotal)}
            />
          ))}
          <SumRows sums={sums} />
        </Table.Tbody>
      </Table>
      <TaxReason reason={quote.taxReason} />
    </Stack>
  );
}
