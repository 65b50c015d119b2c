import { Button, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { TwoClocks } from '../../parts/two-clocks';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { AssistantName } from '../directory/assistant-name';
import { BookingStatus } from './booking-status';
import { TextLink } from '../../parts/links';

const route = getRouteApi('/own/bookings/$bookingId');

/** When somebody works, and what can still be done about it. */
export function BookingPage() {
  const t = useText();
  const format = useFormat();
  const session = useOwnSession();
  const { bookingId } = route.useParams();
  const [reason, setReason] = useState('');
  const { data } = useSuspenseQuery({
    queryKey: ['bookings', bookingId],
    queryFn: () => client.answer(client.api.GET('/v1/bookings/{id}', { params: { path: { id: bookingId } } })),
  });
  const booking = data.body;
  const path = { id: bookingId };
  const outdates = [['bookings']];
  const confirm = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/bookings/{id}/confirmation', {
          params: { path, header: { 'Idempotency-Key': key, 'If-Match': data.etag! } },
        }),
      ),
    { outdates },
  );
  const release = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/bookings/{id}/release', {
          params: { path, header: { 'Idempotency-Key': key, 'If-Match': data.etag! } },
        }),
      ),
    { outdates },
  );
  const cancel = useAct(
    (why: string, key) =>
      client.body(
        client.api.POST('/v1/bookings/{id}/cancellation', {
          params: { path, header: { 'Idempotency-Key': key, 'If-Match': data.etag! } },
          body: { reason: why },
        }),
      ),
    { outdates },
  );
  const isBusiness = session.organisationKind === 'business';
  const acts = hasRole(session, 'business.owner', 'business.colleague', 'agency.owner', 'agency.coordinator');
  return (
    <Stack gap="xl" maw={720}>
      <PageHead
        title={t('bookings.title')}
        says={
          <Group gap="md">
            <BookingStatus status={booking.status} />
            <AssistantName id={booking.assistantId} />
          </Group>
        }
        action={
          booking.status === 'held' && isBusiness && acts ? (
            <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
              {t('bookings.confirm')}
            </Button>
          ) : undefined
        }
      />
      <ProblemNotice problem={confirm.error ?? release.error ?? cancel.error} />
      {booking.status === 'held' && booking.holdExpiresAt !== null ? (
        <Text>{t('bookings.held-until', { time: format.clock(booking.holdExpiresAt) })}</Text>
      ) : null}
      <List listStyleType="none">
        {booking.slots.map(({ startAt, endAt }) => (
          <List.Item key={startAt}>
            <TwoClocks at={startAt} until={endAt} zone={booking.timeZone} />
          </List.Item>
        ))}
      </List>
      {booking.lateFee === null ? null : <Text>{t('bookings.late-fee', { fee: format.money(booking.lateFee) })}</Text>}
      <Text>
        <TextLink to="/agreements/$agreementId" params={{ agreementId: booking.agreementId }}>
          {t('bookings.agreement')}
        </TextLink>
      </Text>
      {booking.status === 'held' && acts ? (
        <Group>
          <Button variant="subtle" color="gray" loading={release.isPending} onClick={() => release.mutate()}>
            {t('bookings.release')}
          </Button>
        </Group>
      ) : null}
      {booking.status === 'confirmed' && acts ? (
        <section>
          <Title order={2} size="h4" mb="sm">
            {t('bookings.call-off')}
          </Title>
          <Group align="flex-end">
            <TextInput
              label={t('bookings.reason')}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button
              color="red"
              variant="light"
              disabled={reason.trim() === ''}
              loading={cancel.isPending}
              onClick={() => cancel.mutate(reason)}
            >
              {t('bookings.cancel')}
            </Button>
          </Group>
        </section>
      ) : null}
    </Stack>
  );
}
