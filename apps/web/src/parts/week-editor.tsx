import type { components } from '@ajudant/client';
import { ActionIcon, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useFormat } from '../format/use-format';
import { useText } from '../texts/use-text';

type Hours = components['schemas']['WeeklyHoursDto'];

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const morning = { start: '09:00', end: '13:00' };

/** Hours of each weekday, as many spans as there are; the day before can be taken over by a click. */
export function WeekEditor({
  hours,
  onChange,
}: {
  readonly hours: readonly Hours[];
  readonly onChange: (hours: Hours[]) => void;
}) {
  const t = useText();
  const format = useFormat();
  const change = (hour: Hours, part: Partial<Hours>): void =>
    onChange(hours.map((each) => (each === hour ? { ...each, ...part } : each)));
  const add = (weekday: number): void => {
    const before = hours.filter((hour) => hour.weekday === weekday - 1);
    const isEmpty = hours.every((hour) => hour.weekday !== weekday);
    const added =
      isEmpty && before.length > 0 ? before.map((hour) => ({ ...hour, weekday })) : [{ weekday, ...morning }];
    onChange([...hours, ...added]);
  };
  return (
    <Table verticalSpacing="xs" withRowBorders={false}>
      <Table.Tbody>
        {weekdays.map((weekday) => (
          <Table.Tr key={weekday}>
            <Table.Th w={{ base: 92, xs: 110 }} fw={400} style={{ verticalAlign: 'top' }}>
              <Text size="sm" pt={6}>
                {format.weekday(weekday)}
              </Text>
            </Table.Th>
            <Table.Td>
              <Stack gap="xs">
                {hours
                  .filter((hour) => hour.weekday === weekday)
                  .map((hour, index) => (
                    <Group key={index} gap={4}>
                      <TextInput
                        size="sm"
                        type="time"
                        aria-label={t('week.start', { day: format.weekday(weekday) })}
                        value={hour.start}
                        onChange={(event) => change(hour, { start: event.currentTarget.value })}
                      />
                      <span aria-hidden>–</span>
                      <TextInput
                        size="sm"
                        type="time"
                        aria-label={t('week.end', { day: format.weekday(weekday) })}
                        // A browser's clock has no 24:00.
                        value={hour.end === '24:00' ? '23:59' : hour.end}
                        onChange={(event) => change(hour, { end: event.currentTarget.value })}
                      />
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('week.remove', { day: format.weekday(weekday) })}
                        onClick={() => onChange(hours.filter((each) => each !== hour))}
                      >
                        ✕
                      </ActionIcon>
                    </Group>
                  ))}
                <Group>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('week.add', { day: format.weekday(weekday) })}
                    onClick={() => add(weekday)}
                  >
                    +
                  </Button>
                </Group>
              </Stack>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
