import { useInfiniteQuery } from '@tanstack/react-query';
import { Section } from '../../parts/section';
import { TwoClocks } from '../../parts/two-clocks';
import { TextLink } from '../../parts/links';
import { useText } from '../../texts/use-text';
import { bookingsQuery } from '../bookings/booking-queries';

/** The hours that are booked next. */
export function Coming() {
  const t = useText();
  const bookings = useInfiniteQuery(bookingsQuery).data?.pages[0]?.items ?? [];
  const now = new Date().toISOString();
  const coming = bookings
    .filter(({ status }) => status === 'confirmed')
    .flatMap(({ slots, timeZone, id }) => slots.map((slot) => ({ ...slot, timeZone, id })))
    .filter(({ endAt }) => endAt > now)
    .sort((one, other) => one.startAt.localeCompare(other.startAt))
    .slice(0, 5);
  if (coming.length === 0) return null;
  return (
    <Section title={t('home.coming')}>
      {coming.map(({ id, startAt, endAt, timeZone }) => (
        <p key={`${id} ${startAt}`}>
          <TextLink to="/bookings/$bookingId" params={{ bookingId: id }}>
            <TwoClocks at={startAt} until={endAt} zone={timeZone} />
          </TextLink>
        </p>
      ))}
    </Section>
  );
}
