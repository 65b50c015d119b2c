import { Table } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';
import { WhoForWhom } from './who-for-whom';
import { engagementsQuery, runsQuery } from './work-queries';

/** What can't be worked on yet, in the order in which it opens. */
export function LaterWork() {
  const t = useText();
  const format = useFormat();
  const { data: engagements } = useSuspenseQuery(engagementsQuery);
  const { data: runs = [] } = useQuery(runsQuery(engagements, ['returned', 'scheduled']));
  const now = new Date().toISOString();
  const later = runs
    .filter(({ opensAt }) => opensAt > now)
    .toSorted((one, other) => one.opensAt.localeCompare(other.opensAt));
  if (later.length === 0) return null;
  return (
    <Section title={t('work.later')}>
      <WideTable label={t('work.later')} width={560}>
        {later.map((run) => (
          <Table.Tr key={run.id}>
            <Table.Td w={170}>{format.day(run.periodFrom)}</Table.Td>
            <Table.Td>
              {run.description} · {run.owed} × {run.unit}
            </Table.Td>
            <Table.Td>
              <WhoForWhom run={run} />
            </Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
    </Section>
  );
}
