import { Button } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useUndo } from '../../api/use-undo';
import { ProblemNotice } from '../../parts/problem-notice';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import type { BookingInHand } from './booking-queries';

/** The agency says of a slot that is over that nobody of the business was there. */
export function NobodyThere({ booking, etag, startsAt }: BookingInHand & { readonly startsAt: string }) {
  const t = useText();
  const session = useOwnSession();
  const undo = useUndo();
  const report = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/bookings/{id}/no-shows', {
          params: { path: { id: booking.id }, header: { 'Idempotency-Key': key, 'If-Match': etag } },
          body: { slots: [startsAt] },
        }),
      ),
    { outdates: [['bookings']] },
  );
  if (!hasRole(session, 'agency.owner', 'agency.coordinator') || undo.pending) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        loading={report.isPending}
        onClick={() => undo.begin({ says: t('bookings.was-nobody-there'), act: () => report.mutateAsync() })}
      >
        {t('bookings.nobody-there')}
      </Button>
      <ProblemNotice problem={report.error} />
    </>
  );
}
