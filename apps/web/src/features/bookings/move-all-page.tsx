import { Button, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { agreementQuery } from '../agreements/agreement-queries';
import { bookingQuery } from './booking-queries';
import { noHoursOf, type Weekly, WeeklyForm } from './weekly-form';

const route = getRouteApi('/own/bookings/$bookingId/move');

/** Other weekly hours in the place of all that lies ahead of a booking. */
export function MoveAllPage() {
  const t = useText();
  const navigate = useNavigate();
  const { bookingId } = route.useParams();
  const { data: booking } = useSuspenseQuery(bookingQuery(bookingId));
  const { data: agreement } = useSuspenseQuery(agreementQuery(booking.body.agreementId));
  const { versions, versionInForce } = agreement.body;
  const term = versions.find(({ number }) => number === versionInForce)!;
  const [weekly, setWeekly] = useState(() => noHoursOf(term));
  const move = useAct(
    (given: Weekly, key) =>
      client.body(
        client.api.POST('/v1/bookings/{id}/rescheduling', {
          params: { path: { id: bookingId }, header: { 'Idempotency-Key': key, 'If-Match': booking.etag! } },
          body: { weekly: given },
        }),
      ),
    { outdates: [['bookings']], onDone: () => navigate({ to: '/bookings/$bookingId', params: { bookingId } }) },
  );
  return (
    <Stack gap="lg" maw={640}>
      <PageHead
        title={t('bookings.move-all-title')}
        says={t('bookings.move-all-says')}
        action={
          <Button
            loading={move.isPending}
            disabled={weekly.weeklyHours.length === 0}
            onClick={() => move.mutate(weekly)}
          >
            {t('bookings.move-all-do')}
          </Button>
        }
      />
      <ProblemNotice problem={move.error} />
      <WeeklyForm term={term} weekly={weekly} onChange={setWeekly} />
    </Stack>
  );
}
