import { Button, Group, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useUndo } from '../../api/use-undo';
import { useFormat } from '../../format/use-format';
import { TextLink } from '../../parts/links';
import { ProblemNotice } from '../../parts/problem-notice';
import { isOfTeam, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { useOtherZone } from '../directory/assistant-name';
import { WorkHead } from '../directory/work-head';
import { bookingQuery } from './booking-queries';
import { BookingStatus } from './booking-status';
import { ConfirmedSlots } from './confirmed-slots';
import { LateFees } from './late-fees';
import { RiskNotice } from './risk-notice';
import { SlotList } from './slot-list';

const route = getRouteApi('/own/bookings/$bookingId');

/** When somebody works, and what can still be done about it. */
export function BookingPage() {
  const t = useText();
  const format = useFormat();
  const session = useOwnSession();
  const { bookingId } = route.useParams();
  const { data } = useSuspenseQuery(bookingQuery(bookingId));
  const booking = data.body;
  const params = (key: string) => ({
    path: { id: bookingId },
    header: { 'Idempotency-Key': key, 'If-Match': data.etag! },
  });
  const undo = useUndo();
  const outdates = [['bookings']];
  const confirm = useAct(
    (_: void, key) => client.body(client.api.POST('/v1/bookings/{id}/confirmation', { params: params(key) })),
    { outdates },
  );
  const release = useAct(
    (_: void, key) => client.body(client.api.POST('/v1/bookings/{id}/release', { params: params(key) })),
    { outdates },
  );
  const zone = useOtherZone(booking.assistantId, booking.timeZone);
  const isBusiness = session.organisationKind === 'business';
  const acts = isOfTeam(session);
  return (
    <Stack gap="xl" maw={720}>
      <WorkHead
        title={t('bookings.title')}
        status={<BookingStatus booking={booking} />}
        assistantId={booking.assistantId}
        action={
          booking.status === 'held' && isBusiness && acts ? (
            <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
              {t('bookings.confirm')}
            </Button>
          ) : undefined
        }
      />
      <ProblemNotice problem={confirm.error ?? release.error} />
      {booking.status === 'held' && booking.holdExpiresAt !== null ? (
        <Text>{t('bookings.held-until', { time: format.clock(booking.holdExpiresAt) })}</Text>
      ) : null}
      <RiskNotice booking={booking} etag={data.etag!} />
      {booking.status === 'confirmed' && acts ? (
        <ConfirmedSlots key={booking.version} booking={booking} zone={zone} etag={data.etag!} moves={isBusiness} />
      ) : (
        <SlotList slots={booking.status === 'cancelled' ? slotsKept(booking) : booking.slots} zone={zone} />
      )}
      <SlotList title={t('bookings.called-off-slots')} slots={booking.cancelledSlots} zone={zone} />
      <SlotList title={t('bookings.missed-slots')} slots={booking.missedSlots} zone={zone} />
      <LateFees fees={booking.lateFees} />
      {isBusiness || acts ? (
        <Text>
          <TextLink to="/agreements/$agreementId" params={{ agreementId: booking.agreementId }}>
            {t('bookings.agreement')}
          </TextLink>
        </Text>
      ) : null}
      {booking.status === 'held' && isBusiness && acts && !undo.pending ? (
        <Group>
          <Button
            variant="subtle"
            color="gray"
            onClick={() => undo.begin({ says: t('bookings.was-released'), act: () => release.mutateAsync() })}
          >
            {t('bookings.release')}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

/** What had begun before the booking was called off. */
function slotsKept({ slots, cancelledSlots }: Parameters<typeof BookingStatus>[0]['booking']) {
  const gone = new Set(cancelledSlots.map(({ startAt }) => startAt));
  return slots.filter(({ startAt }) => !gone.has(startAt));
}
