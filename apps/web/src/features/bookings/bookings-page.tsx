import { Card, SegmentedControl, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Beside } from '../../parts/beside';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { ButtonLink, TextLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { TwoClocks } from '../../parts/two-clocks';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { AssistantName, useOtherZone } from '../directory/assistant-name';
import { type Booking, bookingsQuery } from './booking-queries';
import { BookingStatus } from './booking-status';

const route = getRouteApi('/own/bookings');

/** All bookings, or those that something stands in the way of; what starts last comes first. */
export function BookingsPage() {
  const t = useText();
  const { atRisk = false } = route.useSearch();
  const navigate = route.useNavigate();
  const isBusiness = useOwnSession().organisationKind === 'business';
  const bookings = useInfiniteQuery(bookingsQuery(atRisk));
  const begin = isBusiness ? <ButtonLink to="/agreements">{t('bookings.from-agreements')}</ButtonLink> : undefined;
  const none = atRisk ? (
    <EmptyState says={t('bookings.none-at-risk')} />
  ) : (
    <EmptyState says={t('bookings.none')} action={begin} />
  );
  return (
    <>
      <PageHead title={t('shell.bookings')} />
      <SegmentedControl
        mb="lg"
        aria-label={t('bookings.which')}
        value={atRisk ? 'at-risk' : 'all'}
        data={[
          { value: 'all', label: t('bookings.all') },
          { value: 'at-risk', label: t('bookings.status-at-risk') },
        ]}
        onChange={(which) => void navigate({ search: which === 'at-risk' ? { atRisk: true } : {}, replace: true })}
      />
      <EndlessList query={bookings} rowHeight={96} empty={none}>
        {(booking) => <BookingCard booking={booking} />}
      </EndlessList>
    </>
  );
}

function BookingCard({ booking }: { readonly booking: Booking }) {
  const t = useText();
  const zone = useOtherZone(booking.assistantId, booking.timeZone);
  const next = nextSlotOf(booking);
  return (
    <Card withBorder padding="md" mb="sm">
      <Beside aside={<BookingStatus booking={booking} />}>
        <TextLink fw={600} to="/bookings/$bookingId" params={{ bookingId: booking.id }}>
          <AssistantName id={booking.assistantId} plain />
        </TextLink>
        {next === undefined ? null : <TwoClocks at={next.startAt} until={next.endAt} zone={zone} />}
        <Text size="sm" c="dimmed">
          {t('bookings.slots', { count: booking.slots.length })}
          {booking.lateFees.length === 0 ? null : ` · ${t('bookings.late-fee-due')}`}
        </Text>
      </Beside>
    </Card>
  );
}

function nextSlotOf({ slots }: Booking): Booking['slots'][number] | undefined {
  const now = new Date().toISOString();
  return slots.find(({ endAt }) => endAt > now) ?? slots.at(-1);
}
