import { Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readersZone, useFormat } from '../../format/use-format';
import { daysLater } from '../../format/days';
import { zoned } from '../../format/zoned';
import { TextLink } from '../../parts/links';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { readSlotsAhead } from '../bookings/booking-queries';
import { AssistantName, useOtherZone } from '../directory/assistant-name';
import { zoneName } from '../../parts/zones';
import { engagementsQuery, runsQuery } from '../work/work-queries';
import classes from './home.module.css';

const days = 7;
type Ahead = Awaited<ReturnType<typeof readSlotsAhead>>[number];

/** The next seven days: who works when, and what falls due. */
export function ThisWeek() {
  const t = useText();
  const format = useFormat();
  const today = zoned(new Date().toISOString(), readersZone).day;
  const { data: slots = [], isPending } = useQuery({ queryKey: ['bookings', 'ahead'], queryFn: readSlotsAhead });
  const engagements = useQuery(engagementsQuery).data ?? [];
  const runs = useQuery({ ...runsQuery(engagements, ['scheduled', 'returned']), enabled: engagements.length > 0 });
  const dayOf = (instant: string): string => zoned(instant, readersZone).day;
  const week = Array.from({ length: days }, (_, day) => daysLater(today, day)).map((day) => ({
    day,
    slots: slots.filter(({ startAt }) => dayOf(startAt) === day),
    // What is due at midnight is due on the day before.
    due: (runs.data ?? []).filter(({ dueAt }) => dayOf(new Date(Date.parse(dueAt) - 1).toISOString()) === day),
  }));
  const filled = week.filter((each) => each.slots.length + each.due.length > 0);
  return (
    <Section title={t('home.this-week')}>
      {isPending ? <Skeleton h={56} /> : null}
      {filled.length === 0 && !isPending ? <Text c="dimmed">{t('home.week-empty')}</Text> : null}
      {filled.map((each) => (
        <div key={each.day} className={classes.day}>
          <Text fw={600} size="sm">
            {each.day === today ? t('shell.today') : format.longDay(each.day)}
          </Text>
          <Stack gap="xs">
            {each.slots.map((slot) => (
              <SlotLine key={`${slot.booking.id} ${slot.startAt}`} slot={slot} />
            ))}
            {each.due.map(({ id, description }) => (
              <Text key={id} size="sm" c="dimmed">
                {t('home.falls-due', { what: description })}
              </Text>
            ))}
          </Stack>
        </div>
      ))}
    </Section>
  );
}

function SlotLine({ slot: { startAt, endAt, booking } }: { readonly slot: Ahead }) {
  const format = useFormat();
  const zone = useOtherZone(booking.assistantId, booking.timeZone);
  const span = (timeZone: string): string => `${format.clock(startAt, timeZone)} – ${format.clock(endAt, timeZone)}`;
  const [mine, theirs] = [span(readersZone), span(zone)];
  return (
    <Group gap="sm">
      <TextLink to="/bookings/$bookingId" params={{ bookingId: booking.id }}>
        {mine}
      </TextLink>
      <AssistantName id={booking.assistantId} plain />
      {mine === theirs ? null : (
        <Text size="sm" c="dimmed">
          {theirs} {zoneName(zone)}
        </Text>
      )}
    </Group>
  );
}
