import { Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { TwoClocks } from '../../parts/two-clocks';
import { useText } from '../../texts/use-text';
import { AssistantName } from '../directory/assistant-name';
import { BookingStatus } from './booking-status';
import { type Booking, bookingsQuery } from './booking-queries';
import { TextLink } from '../../parts/links';

/** All bookings, what comes next of each first. */
export function BookingsPage() {
  const t = useText();
  const bookings = useInfiniteQuery(bookingsQuery);
  return (
    <>
      <PageHead title={t('shell.bookings')} />
      <EndlessList query={bookings} rowHeight={96} empty={<EmptyState says={t('bookings.none')} />}>
        {(booking) => {
          const next = nextSlotOf(booking);
          return (
            <Card withBorder padding="md" mb="sm">
              <Group justify="space-between" align="flex-start">
                <Stack gap={2}>
                  <AssistantName id={booking.assistantId} />
                  {next === undefined ? null : (
                    <TwoClocks at={next.startAt} until={next.endAt} zone={booking.timeZone} />
                  )}
                  <Group gap="md">
                    <TextLink size="sm" to="/bookings/$bookingId" params={{ bookingId: booking.id }}>
                      {t('bookings.slots', { count: booking.slots.length })}
                    </TextLink>
                    {booking.lateFees.length === 0 ? null : <Text size="sm">{t('bookings.late-fee-due')}</Text>}
                  </Group>
                </Stack>
                <BookingStatus booking={booking} />
              </Group>
            </Card>
          );
        }}
      </EndlessList>
    </>
  );
}

function nextSlotOf({ slots }: Booking): Booking['slots'][number] | undefined {
  const now = new Date().toISOString();
  return slots.find(({ endAt }) => endAt > now) ?? slots.at(-1);
}
