import { Table } from '@mantine/core';
import { useText } from '../texts/use-text';
import { WideTable } from './wide-table';

/** Lines of a file that were not taken, each with the column, what stands there and the reason. */
export function RejectedLines({
  lines,
}: {
  readonly lines: readonly {
    readonly line: number;
    readonly field: string | null;
    readonly written: string | null;
    readonly reason: string;
  }[];
}) {
  const t = useText();
  if (lines.length === 0) return null;
  return (
    <WideTable
      label={t('roster.rejected')}
      width={640}
      heads={[t('roster.line'), t('roster.column'), t('roster.written'), t('roster.reason')]}
    >
      {lines.map(({ line, field, written, reason }) => (
        <Table.Tr key={`${line} ${field} ${reason}`}>
          <Table.Td>{line}</Table.Td>
          <Table.Td>{field}</Table.Td>
          <Table.Td c="dimmed">{written}</Table.Td>
          <Table.Td>{reason}</Table.Td>
        </Table.Tr>
      ))}
    </WideTable>
  );
}
