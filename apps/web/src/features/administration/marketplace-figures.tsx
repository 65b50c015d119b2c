import { Skeleton, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { useText, useTextIfAny } from '../../texts/use-text';
import { figuresQuery } from './figures-queries';

/** What there is in the marketplace, and in which states. */
export function MarketplaceFigures() {
  const t = useText();
  const ifAny = useTextIfAny();
  const format = useFormat();
  const { data, error } = useQuery(figuresQuery);
  return (
    <Section title={t('administration.in-all')}>
      <ProblemNotice problem={error} />
      {data === undefined && error === null ? <Skeleton h={320} /> : null}
      {data === undefined ? null : (
        <WideTable label={t('administration.in-all')} width={480}>
          {data.resources.map(({ resource, total, byStatus }) => (
            <Table.Tr key={resource}>
              <Table.Th scope="row" fw={400}>
                {ifAny(`administration.of-${resource}`) ?? resource}
              </Table.Th>
              <Table.Td ta="end" fw={600}>
                {format.number(total)}
              </Table.Td>
              <Table.Td c="dimmed">
                {Object.keys(byStatus).length < 2 && byStatus['registered'] === total && resource === 'businesses'
                  ? ''
                  : Object.entries(byStatus)
                      .map(
                        ([status, count]) =>
                          ifAny(`administration.is-${status}`, { count }) ?? `${format.number(count)} ${status}`,
                      )
                      .join(' · ')}
              </Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
    </Section>
  );
}
