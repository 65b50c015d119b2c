import { Table } from '@mantine/core';
import { useText } from '../texts/use-text';
import { Wide } from './wide';

/** Lines of a file that were not taken, each with the column and the reason. */
export function RejectedLines({
  lines,
}: {
  readonly lines: readonly { readonly line: number; readonly field: string | null; readonly reason: string }[];
}) {
  const t = useText();
  if (lines.length === 0) return null;
  return (
    <Wide label={t('roster.rejected')} width={480}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('roster.line')}</Table.Th>
            <Table.Th>{t('roster.column')}</Table.Th>
            <Table.Th>{t('roster.reason')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ line, field, reason }) => (
            <Table.Tr key={`${line} ${field} ${reason}`}>
              <Table.Td>{line}</Table.Td>
              <Table.Td>{field}</Table.Td>
              <Table.Td>{reason}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
