import { Table } from '@mantine/core';
import type { components } from '@ajudant/client';
import { useIntl } from 'react-intl';
import { useFormat } from '../../format/use-format';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';

type MonthScore = components['schemas']['MonthScoreDto'];

/** How the work went month by month, the latest first. */
export function ScoreMonths({ months }: { readonly months: readonly MonthScore[] }) {
  const t = useText();
  const format = useFormat();
  const { formatDate } = useIntl();
  if (months.length < 2) return null;
  return (
    <WideTable
      label={t('engagements.months')}
      width={560}
      heads={[
        t('engagements.month'),
        { figures: t('engagements.on-time') },
        { figures: t('engagements.first-time') },
        { figures: t('engagements.quality') },
        { figures: t('engagements.time') },
        { figures: t('engagements.planned') },
      ]}
    >
      {months.toReversed().map((month) => (
        <Table.Tr key={month.month}>
          <Table.Td>
            {formatDate(`${month.month}-01T00:00:00Z`, { month: 'long', year: 'numeric', timeZone: 'UTC' })}
          </Table.Td>
          <Table.Td ta="end">
            {t('engagements.of', { part: month.doneOnTime, all: month.done + month.overdue })}
          </Table.Td>
          <Table.Td ta="end">{t('engagements.of', { part: month.acceptedFirstTime, all: month.accepted })}</Table.Td>
          <Table.Td ta="end">
            {month.meanQuality === null ? '–' : format.number(Math.round(month.meanQuality * 10) / 10)}
          </Table.Td>
          <Table.Td ta="end">{format.minutes(month.minutes)}</Table.Td>
          <Table.Td ta="end">{month.plannedMinutes === null ? '–' : format.minutes(month.plannedMinutes)}</Table.Td>
        </Table.Tr>
      ))}
    </WideTable>
  );
}
