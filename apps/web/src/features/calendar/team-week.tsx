import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dayOf, today, weekdayOf } from '../../format/days';
import { useFormat } from '../../format/use-format';
import { ClocksChange } from '../../parts/clocks-change';
import { TextLink } from '../../parts/links';
import { Wide } from '../../parts/wide';
import { useText } from '../../texts/use-text';
import { listingQuery } from '../listing/listing-queries';
import { type BookedSlot, slotsBy } from './calendar-queries';
import { SlotLink } from './slot-link';
import classes from './calendar.module.css';

/** A row for each assistant who is booked, a column for each day. */
export function TeamWeek({ days, slots }: { readonly days: readonly string[]; readonly slots: readonly BookedSlot[] }) {
  const t = useText();
  const format = useFormat();
  const rows = slotsBy(slots, ({ booking }) => booking.assistantId);
  const isAtRisk = (row: readonly BookedSlot[]): boolean => row.some(({ booking }) => booking.risk !== null);
  const sorted = [...rows].sort(([, one], [, other]) => Number(isAtRisk(other)) - Number(isAtRisk(one)));
  return (
    <Wide label={t('calendar.title')} width={920}>
      <Table layout="fixed" verticalSpacing="sm" horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={168}>{t('calendar.assistant')}</Table.Th>
            {days.map((day) => (
              <Table.Th key={day} className={day === today() ? classes['today'] : undefined}>
                {format.weekday(weekdayOf(day), 'short')} {Number(day.slice(8))}
                <ClocksChange day={day} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map(([assistantId, row]) => (
            <Table.Tr key={assistantId}>
              <Table.Th scope="row" fw={400} style={{ verticalAlign: 'top' }}>
                <Row assistantId={assistantId} slots={row} />
              </Table.Th>
              {days.map((day) => (
                <Table.Td key={day} style={{ verticalAlign: 'top' }}>
                  {row
                    .filter(({ startAt }) => dayOf(startAt) === day)
                    .map((slot) => (
                      <SlotLink key={`${slot.booking.id} ${slot.startAt}`} slot={slot} />
                    ))}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function Row({ assistantId, slots }: { readonly assistantId: string; readonly slots: readonly BookedSlot[] }) {
  const t = useText();
  const format = useFormat();
  const assistant = useQuery(listingQuery(assistantId)).data?.body;
  const booked = slots.reduce((sum, { startAt, endAt }) => sum + (Date.parse(endAt) - Date.parse(startAt)) / 60_000, 0);
  return (
    <>
      <TextLink fw={600} to="/roster/$assistantId" params={{ assistantId }} search={{ part: 'hours' }}>
        {assistant?.displayName ?? '…'}
      </TextLink>
      {assistant === undefined ? null : (
        <Text size="sm" c="dimmed">
          {t('calendar.of-capacity', {
            booked: format.minutes(booked),
            capacity: format.minutes(assistant.weeklyCapacityMinutes),
          })}
        </Text>
      )}
    </>
  );
}
