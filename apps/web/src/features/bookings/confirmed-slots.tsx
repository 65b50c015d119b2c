import { Button, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useUndo } from '../../api/use-undo';
import { ButtonLink } from '../../parts/links';
import { ProblemNotice } from '../../parts/problem-notice';
import { TwoClocks } from '../../parts/two-clocks';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';
import { NoShow } from '../absences/no-show';
import type { BookingInHand } from './booking-queries';
import { MoveSlot } from './move-slot';
import { NobodyThere } from './nobody-there';
import { SlotList } from './slot-list';

const twoWeeksMs = 14 * 86_400_000;

/** A confirmed booking slot by slot: what lies ahead can be chosen and called off, and moved by the business. */
export function ConfirmedSlots({
  booking,
  etag,
  zone,
  moves,
}: BookingInHand & {
  /** Of the other side: its times stand beside the reader's. */
  readonly zone: string;
  readonly moves: boolean;
}) {
  const t = useText();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [moving, setMoving] = useState<string | null>(null);
  const now = new Date().toISOString();
  const missed = new Set(booking.missedSlots.map(({ startAt }) => startAt));
  const ahead = booking.slots.filter(({ startAt }) => startAt > now);
  const over = booking.slots.filter(({ startAt }) => startAt <= now && !missed.has(startAt));
  const choose = (startAt: string, isChosen: boolean): void =>
    setChosen(isChosen ? [...chosen, startAt] : chosen.filter((each) => each !== startAt));
  return (
    <>
      <SlotList
        slots={over}
        zone={zone}
        beside={({ startAt, endAt }) =>
          Date.parse(startAt) > Date.now() - twoWeeksMs ? (
            <Group gap="xs">
              <NoShow bookingId={booking.id} slotStartsAt={startAt} />
              {endAt < now && Date.parse(endAt) > Date.now() - twoWeeksMs / 2 ? (
                <NobodyThere booking={booking} etag={etag} startsAt={startAt} />
              ) : null}
            </Group>
          ) : null
        }
      />
      {ahead.length === 0 ? null : (
        <section>
          <Group justify="space-between" mb="sm">
            <Title order={2} size="h4">
              {t('bookings.ahead')}
            </Title>
            {moves ? (
              <ButtonLink
                size="compact-sm"
                variant="subtle"
                to="/bookings/$bookingId/move"
                params={{ bookingId: booking.id }}
              >
                {t('bookings.move-all')}
              </ButtonLink>
            ) : null}
          </Group>
          <Stack gap="xs">
            {ahead.map(({ startAt, endAt }) => (
              <Stack key={startAt} gap="xs">
                <Group justify="space-between" gap="sm">
                  <Checkbox
                    checked={chosen.includes(startAt)}
                    onChange={(event) => choose(startAt, event.currentTarget.checked)}
                    label={<TwoClocks at={startAt} until={endAt} zone={zone} />}
                  />
                  {moves ? (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-expanded={moving === startAt}
                      onClick={() => setMoving(moving === startAt ? null : startAt)}
                    >
                      {t('bookings.move')}
                    </Button>
                  ) : null}
                </Group>
                {moving === startAt ? <MoveSlot booking={booking} etag={etag} slot={{ startAt, endAt }} /> : null}
              </Stack>
            ))}
          </Stack>
        </section>
      )}
      {ahead.length === 0 ? null : <CallOff booking={booking} etag={etag} chosen={chosen} />}
    </>
  );
}

function CallOff({ booking, etag, chosen }: BookingInHand & { readonly chosen: readonly string[] }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const undo = useUndo();
  const cancel = useAct(
    (given: { reason: string; slots?: string[] }, key) =>
      client.body(
        client.api.POST('/v1/bookings/{id}/cancellation', {
          params: { path: { id: booking.id }, header: { 'Idempotency-Key': key, 'If-Match': etag } },
          body: given,
        }),
      ),
    { outdates: [['bookings']] },
  );
  if (undo.pending) return null;
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        {t('bookings.call-off')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('bookings.call-off-says')}
      </Text>
      <ProblemNotice problem={cancel.error} />
      <Group align="flex-end">
        <TextInput label={t('bookings.reason')} maxLength={500} {...typed(reason, setReason)} />
        <Button
          color="red"
          variant="light"
          disabled={reason.trim() === ''}
          onClick={() => {
            const given = { reason, ...(chosen.length > 0 && { slots: [...chosen] }) };
            undo.begin({ says: t('bookings.was-cancelled'), act: () => cancel.mutateAsync(given) });
          }}
        >
          {chosen.length === 0 ? t('bookings.cancel') : t('bookings.cancel-chosen', { count: chosen.length })}
        </Button>
      </Group>
    </section>
  );
}
