import type { components } from '@ajudant/client';
import { List, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { WideTable } from '../../parts/wide-table';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';
import { changesQuery } from './agreement-queries';

type ChangeOfPrice = components['schemas']['ChangeOfPriceDto'];

/** What the version on the table changes, and what that does to the price, before anybody signs it. */
export function VersionChanges({
  agreementId,
  from,
  to,
}: {
  readonly agreementId: string;
  readonly from: number;
  readonly to: number;
}) {
  const t = useText();
  const { language } = useLanguage();
  const changes = useQuery(changesQuery(agreementId, { from, to, language }));
  if (changes.data === undefined) return <ProblemNotice problem={changes.error} />;
  const { items, price } = changes.data;
  return (
    <Stack gap="md">
      {items.length === 0 ? (
        <Text c="dimmed">{t('agreements.nothing-changes')}</Text>
      ) : (
        <List spacing="xs">
          {items.map(({ lineId, field, says }) => (
            <List.Item key={`${lineId} ${field} ${says}`}>{says}</List.Item>
          ))}
        </List>
      )}
      <PriceEffect price={price} />
    </Stack>
  );
}

function PriceEffect({ price }: { readonly price: ChangeOfPrice }) {
  const t = useText();
  const format = useFormat();
  const signed = ({ amountMinor, currency }: ChangeOfPrice['difference']): string =>
    `${amountMinor > 0 ? '+' : ''}${format.money({ amountMinor, currency })}`;
  const rows = [
    ...price.lines.map(({ lineId, description, ...amounts }) => ({ key: lineId, name: description, ...amounts })),
    { key: 'ahead', name: t('agreements.ahead'), ...price.ahead },
    {
      key: 'total',
      name: t('agreements.total'),
      before: price.before,
      after: price.after,
      difference: price.difference,
    },
  ];
  return (
    <Stack gap="xs">
      <Text>
        {t('agreements.kept-says', { kept: format.money(price.kept), invoiced: format.money(price.invoiced) })}
      </Text>
      <WideTable
        label={t('agreements.what-it-does')}
        width={560}
        heads={[
          t('agreements.what-it-does'),
          { figures: t('agreements.now') },
          { figures: t('agreements.then') },
          { figures: t('agreements.difference') },
        ]}
      >
        {rows.map(({ key, name, before, after, difference }) => (
          <Table.Tr key={key} fw={key === 'total' ? 600 : undefined}>
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="end">{format.money(before)}</Table.Td>
            <Table.Td ta="end">{format.money(after)}</Table.Td>
            <Table.Td ta="end">{signed(difference)}</Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
    </Stack>
  );
}
