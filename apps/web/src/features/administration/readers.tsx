import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';
import { type Figures, figuresQuery } from './figures-queries';

type Reader = Figures['consumers'][number];

/** Who reads events, and how far behind each is. */
export function Readers() {
  const t = useText();
  const format = useFormat();
  const { data } = useQuery(figuresQuery);
  if (data === undefined) return null;
  return (
    <Section title={t('administration.readers')}>
      <WideTable
        label={t('administration.readers')}
        width={480}
        heads={[t('administration.reader'), { figures: t('administration.behind') }, t('administration.state')]}
      >
        {onceEach(data.consumers).map(({ consumer, lag, failingSince, stalled }) => (
          <Table.Tr key={consumer}>
            <Table.Td>{consumer}</Table.Td>
            <Table.Td ta="end">{lag === null ? '–' : format.number(lag)}</Table.Td>
            <Table.Td>
              {failingSince === null
                ? t(stalled ? 'administration.stalled' : 'administration.goes-on')
                : t('administration.failing', { moment: format.moment(failingSince) })}
            </Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
    </Section>
  );
}

/** A reader of both services' events is told of twice: what waits is added up, and what fails shows. */
function onceEach(readers: readonly Reader[]): readonly Reader[] {
  const byName = new Map<string, Reader>();
  for (const reader of readers) {
    const before = byName.get(reader.consumer);
    byName.set(
      reader.consumer,
      before === undefined
        ? reader
        : {
            ...reader,
            lag: before.lag === null && reader.lag === null ? null : (before.lag ?? 0) + (reader.lag ?? 0),
            failingSince: before.failingSince ?? reader.failingSince,
            stalled: before.stalled || reader.stalled,
          },
    );
  }
  return [...byName.values()];
}
