import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import type { Booking } from './booking-queries';

const meanings: Readonly<Record<Booking['status'], Meaning>> = {
  held: 'waits-for-you',
  confirmed: 'good',
  cancelled: 'ended',
  expired: 'ended',
  released: 'ended',
};

export function BookingStatus({ booking: { status, risk } }: { readonly booking: Booking }) {
  const t = useText();
  if (risk !== null) return <StatusWord meaning="at-risk" word={t('bookings.status-at-risk')} />;
  return <StatusWord meaning={meanings[status]} word={t(`bookings.status-${status}`)} />;
}
