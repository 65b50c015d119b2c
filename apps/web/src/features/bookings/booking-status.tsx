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

export function BookingStatus({ status }: Pick<Booking, 'status'>) {
  const t = useText();
  return <StatusWord meaning={meanings[status]} word={t(`bookings.status-${status}`)} />;
}
