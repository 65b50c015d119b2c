import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';
import { type BookedSlot, partiesQuery } from './calendar-queries';
import classes from './calendar.module.css';

/** Booked time: from when to when, for whom, and whether something stands in its way. */
export function SlotLink({ slot: { booking, startAt, endAt } }: { readonly slot: BookedSlot }) {
  const t = useText();
  const format = useFormat();
  const { data: parties } = useQuery(partiesQuery(booking.agreementId));
  return (
    <Link
      to="/bookings/$bookingId"
      params={{ bookingId: booking.id }}
      className={classes['slot']}
      data-held={booking.status === 'held' || undefined}
      data-at-risk={booking.risk !== null || undefined}
    >
      <time dateTime={startAt} className={classes['time']}>
        {booking.risk === null ? '' : '▲ '}
        {format.clock(startAt)}–<wbr />
        {format.clock(endAt)}
      </time>
      <span className={classes['who']}>{parties?.business.legalName ?? ' '}</span>
      {booking.status === 'held' ? <span className={classes['who']}>{t('bookings.status-held')}</span> : null}
      {booking.risk === null ? null : <VisuallyHidden>{t('calendar.at-risk')}</VisuallyHidden>}
    </Link>
  );
}
