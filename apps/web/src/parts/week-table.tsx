import { Table, Text } from '@mantine/core';
import { useFormat } from '../format/use-format';
import { readersZone } from '../format/readers-zone';
import { useText } from '../texts/use-text';
import type { Hours } from './weekly-hours';
import { inReadersZone } from './weeks-apart';
import { zoneName } from './zones';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

const spansOf = (hours: readonly Hours[], day: number): string =>
  hours
    .filter(({ weekday }) => weekday === day)
    .toSorted((one, other) => one.start.localeCompare(other.start))
    .map(({ start, end }) => `${start}–${end}`)
    .join(', ');

/** Hours of a week, a line for each day that has any: by the reader's clock, and by their own beside it where that differs. */
export function WeekTable({ hours, zone = readersZone }: { readonly hours: readonly Hours[]; readonly zone?: string }) {
  const t = useText();
  const format = useFormat();
  const mine = inReadersZone(hours, zone);
  const rows = weekdays.map((day) => ({ day, mine: spansOf(mine, day), theirs: spansOf(hours, day) }));
  const differs = rows.some((row) => row.mine !== row.theirs);
  return (
    <Table withRowBorders={false} w="auto">
      {differs ? (
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Th>{t('words.your-clock')}</Table.Th>
            <Table.Th>{t('words.clock-of', { place: zoneName(zone) })}</Table.Th>
          </Table.Tr>
        </Table.Thead>
      ) : null}
      <Table.Tbody>
        {rows
          .filter((row) => row.mine !== '' || row.theirs !== '')
          .map((row) => (
            <Table.Tr key={row.day}>
              <Table.Td>{format.weekday(row.day)}</Table.Td>
              <Table.Td>{row.mine}</Table.Td>
              {differs ? (
                <Table.Td>
                  <Text size="sm" c="dimmed">
                    {row.theirs}
                  </Text>
                </Table.Td>
              ) : null}
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}
