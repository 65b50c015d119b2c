import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { zoneName } from '../../parts/zones';
import { useText } from '../../texts/use-text';
import type { Booking, BookingInHand } from './booking-queries';
import { startsWithin } from './starts-within';
import { dayOf } from '../../format/days';

type Slot = Booking['slots'][number];

/** Another time for one slot, as long as it was, out of what is free on a day. */
export function MoveSlot({ booking, etag, slot }: BookingInHand & { readonly slot: Slot }) {
  const t = useText();
  const format = useFormat();
  const { id, assistantId, agreementId, timeZone } = booking;
  const minutes = (Date.parse(slot.endAt) - Date.parse(slot.startAt)) / 60_000;
  const [day, setDay] = useState(() => dayOf(slot.startAt, timeZone));
  const [chosen, setChosen] = useState('');
  const free = useQuery({
    queryKey: ['free-slots', assistantId, agreementId, day, minutes, timeZone],
    enabled: day !== '',
    queryFn: () =>
      client.body(
        client.api.GET('/v1/assistants/{id}/free-slots', {
          params: { path: { id: assistantId }, query: { from: day, to: day, minutes, timeZone, agreementId } },
        }),
      ),
  });
  const starts = startsWithin(free.data?.items ?? [], minutes);
  const startAt = starts.includes(chosen) ? chosen : starts[0];
  const move = useAct(
    (to: Slot, key) =>
      client.body(
        client.api.POST('/v1/bookings/{id}/rescheduling', {
          params: { path: { id }, header: { 'Idempotency-Key': key, 'If-Match': etag } },
          body: { moves: [{ startAt: slot.startAt, to }] },
        }),
      ),
    { outdates: [['bookings'], ['free-slots']] },
  );
  return (
    <Stack gap="xs" pl="xl">
      <ProblemNotice problem={move.error ?? free.error} />
      <Group align="flex-end">
        <TextInput type="date" label={t('bookings.move-day')} {...typed(day, setDay)} />
        <NativeSelect
          label={t('bookings.move-time')}
          disabled={startAt === undefined}
          {...typed(startAt ?? '', setChosen)}
          data={starts.map((each) => ({ value: each, label: format.clock(each, timeZone) }))}
        />
        <Button
          variant="light"
          disabled={startAt === undefined}
          loading={move.isPending}
          onClick={() =>
            startAt === undefined
              ? undefined
              : move.mutate({ startAt, endAt: new Date(Date.parse(startAt) + minutes * 60_000).toISOString() })
          }
        >
          {t('bookings.move-there')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {free.isSuccess && starts.length === 0
          ? t('bookings.move-none')
          : t('bookings.move-says', { zone: zoneName(timeZone) })}
      </Text>
    </Stack>
  );
}
