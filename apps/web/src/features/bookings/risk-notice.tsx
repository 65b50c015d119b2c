import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ButtonLink } from '../../parts/links';
import { ProblemNotice } from '../../parts/problem-notice';
import { isOfTeam, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import type { Booking } from './booking-queries';

/** What stands in the way of a booking, and the way on for the side that reads. */
export function RiskNotice({ booking, etag }: { readonly booking: Booking; readonly etag: string }) {
  const t = useText();
  const session = useOwnSession();
  const { id, risk } = booking;
  const agree = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/bookings/{id}/risk-agreement', {
          params: { path: { id }, header: { 'Idempotency-Key': key, 'If-Match': etag } },
        }),
      ),
    { outdates: [['bookings']] },
  );
  if (risk === null) return null;
  const side = session.organisationKind === 'agency' ? 'agency' : 'business';
  const hasAgreed = risk.agreedBy.includes(side);
  const canAgree = risk.reasons.every((reason) => reason === 'on-day-off') && isOfTeam(session);
  return (
    <Alert color="amber" title={t('bookings.at-risk')}>
      <Stack gap="sm">
        <List>
          {risk.reasons.map((reason) => (
            <List.Item key={reason}>{t(`bookings.risk-${reason}`)}</List.Item>
          ))}
        </List>
        <Text size="sm">{t('bookings.risk-says')}</Text>
        <ProblemNotice problem={agree.error} />
        {hasAgreed ? <Text size="sm">{t('bookings.risk-agreed')}</Text> : null}
        <Group>
          {canAgree && !hasAgreed ? (
            <Button variant="default" loading={agree.isPending} onClick={() => agree.mutate()}>
              {t('bookings.risk-agree')}
            </Button>
          ) : null}
          {side === 'business' ? (
            <ButtonLink
              variant="default"
              to="/agreements/$agreementId/book"
              params={{ agreementId: booking.agreementId }}
            >
              {t('bookings.risk-other-hours')}
            </ButtonLink>
          ) : null}
        </Group>
      </Stack>
    </Alert>
  );
}
