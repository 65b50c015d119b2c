import { Anchor, Table, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { daysLater, today } from '../../format/days';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { commissionQuery, earningsQuery } from './money-queries';

/** Days that the figures are of. */
const days = 28;

/** What each assistant's accepted work came to in the last four weeks, and how much of her week it took. */
export function Earnings() {
  const t = useText();
  const format = useFormat();
  const from = daysLater(today(), 1 - days);
  const { data } = useSuspenseQuery(earningsQuery(from));
  return (
    <Section
      title={t('money.earnings')}
      aside={
        <Anchor href={`/v1/reports/earnings.csv?${new URLSearchParams({ from })}`} download="earnings.csv" size="sm">
          {t('money.as-csv')}
        </Anchor>
      }
    >
      {data.items.length === 0 ? (
        <EmptyState says={t('money.no-earnings')} />
      ) : (
        <WideTable
          label={t('money.earnings')}
          width={560}
          heads={[
            t('money.assistant'),
            { figures: t('money.earned') },
            { figures: t('money.not-invoiced') },
            { figures: t('money.worked') },
            { figures: t('money.utilisation') },
          ]}
        >
          {data.items.map((row) => (
            <Table.Tr key={`${row.assistantId} ${row.currency}`}>
              <Table.Td>{row.displayName}</Table.Td>
              <Table.Td ta="end">{format.money(row.earned)}</Table.Td>
              <Table.Td ta="end">{format.money(row.notInvoiced)}</Table.Td>
              <Table.Td ta="end">{format.minutes(row.minutes)}</Table.Td>
              <Table.Td ta="end">
                {row.utilisationBps === null ? '–' : format.share(row.utilisationBps / 10_000)}
              </Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
    </Section>
  );
}

/** What the marketplace takes of agreements that are drafted now, and from when on it is another share. */
export function Commission() {
  const t = useText();
  const format = useFormat();
  const { organisationId } = useOwnSession();
  const { data } = useSuspenseQuery(commissionQuery(organisationId));
  return (
    <Section title={t('money.commission')}>
      <Text>
        {t('money.commission-now', { share: format.share(data.bps / 10_000), volume: format.money(data.volume) })}
      </Text>
      {data.schedules.map(({ effectiveOn, currency, tiers }) => (
        <Text key={effectiveOn} size="sm" c="dimmed">
          {t('money.commission-from', {
            on: format.day(effectiveOn),
            tiers: tiers
              .map(({ fromMinor, bps }) =>
                t('money.commission-tier', {
                  from: format.money({ amountMinor: fromMinor, currency }),
                  share: format.share(bps / 10_000),
                }),
              )
              .join(', '),
          })}
        </Text>
      ))}
    </Section>
  );
}
