import type { components } from '@ajudant/client';
import { Table } from '@mantine/core';
import { useFormat } from '../format/use-format';

/** Hours of a week, a line for each day that has any. */
export function WeekTable({ hours }: { readonly hours: readonly components['schemas']['WeeklyHoursDto'][] }) {
  const format = useFormat();
  const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => hours.some(({ weekday }) => weekday === day));
  return (
    <Table withRowBorders={false} w="auto">
      <Table.Tbody>
        {days.map((day) => (
          <Table.Tr key={day}>
            <Table.Td>{format.weekday(day)}</Table.Td>
            <Table.Td>
              {hours
                .filter(({ weekday }) => weekday === day)
                .map(({ start, end }) => `${start}–${end}`)
                .join(', ')}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
