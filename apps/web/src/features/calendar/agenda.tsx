import { Stack, Text, Title } from '@mantine/core';
import { dayOf, today, weekdayOf } from '../../format/days';
import { useFormat } from '../../format/use-format';
import { ClocksChange } from '../../parts/clocks-change';
import { useText } from '../../texts/use-text';
import { AssistantName } from '../directory/assistant-name';
import { type BookedSlot, slotsBy } from './calendar-queries';
import { SlotLink } from './slot-link';
import classes from './calendar.module.css';

/** What is booked, day by day; days without anything are left out. */
export function Agenda({
  days,
  slots,
  named,
}: {
  readonly days: readonly string[];
  readonly slots: readonly BookedSlot[];
  /** Whether it says who is booked; not for somebody who reads her own. */
  readonly named: boolean;
}) {
  const t = useText();
  const format = useFormat();
  const byDay = slotsBy(slots, ({ startAt }) => dayOf(startAt));
  return (
    <Stack gap="lg">
      {days
        .filter((day) => byDay.has(day))
        .map((day) => (
          <section key={day}>
            <Title order={2} size="h5" mb="sm">
              {day === today() ? t('calendar.today') : `${format.weekday(weekdayOf(day))}, ${format.day(day)}`}
            </Title>
            <ClocksChange day={day} />
            <ul className={classes['agenda']}>
              {byDay.get(day)!.map((slot) => (
                <li key={`${slot.booking.id} ${slot.startAt}`}>
                  {named ? (
                    <Text size="sm">
                      <AssistantName id={slot.booking.assistantId} plain />
                    </Text>
                  ) : null}
                  <SlotLink slot={slot} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </Stack>
  );
}
