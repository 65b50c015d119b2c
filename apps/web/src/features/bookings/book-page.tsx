import { ActionIcon, Button, Checkbox, Group, NativeSelect, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { readersZone, useFormat } from '../../format/use-format';
import { daysLater, mondayOf } from '../../format/days';
import { zoned } from '../../format/zoned';
import { zoneName } from '../../parts/zones';
import { ButtonLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { TwoClocks } from '../../parts/two-clocks';
import { useText } from '../../texts/use-text';
import { type Agreement, agreementQuery, type Version } from '../agreements/agreement-queries';
import { AssistantName, useOtherZone } from '../directory/assistant-name';
import { cellsOf, daysOf, minutesOf, slotsOf, weeklyHoursOf } from './calendar/free-cells';
import { WeekGrid } from './calendar/week-grid';

type Booking = components['schemas']['CreateBookingDto'];
type Slot = components['schemas']['SlotDto'];

const route = getRouteApi('/own/agreements/$agreementId/book');

/** Hours of an agreement, once both sides have signed it: that may be news to whoever comes here. */
export function BookPage() {
  const t = useText();
  const { agreementId } = route.useParams();
  const { body: agreement } = useSuspenseQuery(agreementQuery(agreementId)).data;
  const version = agreement.versions.find(({ number }) => number === agreement.versionInForce);
  if (version !== undefined) return <BookHours agreement={agreement} version={version} />;
  return (
    <>
      <PageHead title={t('bookings.book')} says={t('bookings.not-in-force')} />
      <ButtonLink to="/agreements/$agreementId" params={{ agreementId }}>
        {t('bookings.agreement')}
      </ButtonLink>
    </>
  );
}

/** Free hours of the agreement's assistant, week by week: what is chosen is booked once, or each week until a day. */
function BookHours({ agreement, version }: { readonly agreement: Agreement; readonly version: Version }) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { id: agreementId } = agreement;
  const hourly = version.lines.filter(({ asNeeded }) => asNeeded);
  const needsLine = hourly.length === version.lines.length;
  const [lineId, setLineId] = useState(needsLine ? (hourly[0]?.lineId ?? '') : '');
  const theirZone = useOtherZone(agreement.assistantId, version.timeZone);
  const now = new Date();
  const today = zoned(now.toISOString(), readersZone).day;
  const notice = (version.instantLimits?.leastNoticeHours ?? 0) * 3_600_000;
  const notBefore = new Date(now.getTime() + notice).toISOString();
  const [monday, setMonday] = useState(() => mondayOf(version.startsOn > today ? version.startsOn : today));
  const [chosen, setChosen] = useState<readonly Slot[]>([]);
  const [byKeys, setByKeys] = useState(false);
  const [weeklyUntil, setWeeklyUntil] = useState<string | null>(null);
  const free = useQuery({
    queryKey: ['free-slots', agreement.assistantId, agreementId, monday],
    queryFn: () =>
      client.body(
        client.api.GET('/v1/assistants/{id}/free-slots', {
          params: {
            path: { id: agreement.assistantId },
            query: { from: monday, to: daysLater(monday, 6), minutes: 30, timeZone: readersZone, agreementId },
          },
        }),
      ),
  });
  const days = daysOf(monday);
  const cells = cellsOf(free.data?.items ?? [], readersZone, notBefore).filter(
    ({ day, startAt }) => days.includes(day) && isInTerm(zoned(startAt, version.timeZone).day, version),
  );
  const slots = slotsOf(chosen.map((slot) => ({ ...slot, day: '', time: '' })));
  const first = slots[0];
  const body: Booking = {
    agreementId,
    ...(agreement.instant ? { confirm: true } : {}),
    ...(lineId === '' ? {} : { lineId }),
    ...(weeklyUntil === null || first === undefined
      ? { slots }
      : {
          weekly: {
            timeZone: version.timeZone,
            weeklyHours: weeklyHoursOf(slots, version.timeZone),
            startsOn: zoned(first.startAt, version.timeZone).day,
            endsOn: weeklyUntil,
          },
        }),
  };
  const book = useAct(
    (given: Booking, key) =>
      client.body(client.api.POST('/v1/bookings', { params: { header: { 'Idempotency-Key': key } }, body: given })),
    {
      outdates: [['bookings'], ['engagements'], ['time'], ['free-slots']],
      onDone: ({ id }) => navigate({ to: '/bookings/$bookingId', params: { bookingId: id } }),
    },
  );
  const choose = (startAt: string, isChosen: boolean): void =>
    setChosen((before) => {
      const others = before.filter((slot) => slot.startAt !== startAt);
      const cell = cells.find((each) => each.startAt === startAt);
      return isChosen && cell !== undefined ? [...others, { startAt, endAt: cell.endAt }] : others;
    });
  const earliest = mondayOf(version.startsOn > today ? version.startsOn : today);
  const turn = (weeks: -1 | 1): void => {
    const next = daysLater(monday, 7 * weeks);
    if (next >= earliest && next <= version.endsOn) setMonday(next);
  };
  const limits = version.instantLimits;
  return (
    <Stack gap="lg">
      <PageHead
        title={t('bookings.book')}
        says={
          <Group gap="sm">
            <AssistantName id={agreement.assistantId} />
            <span>{t('needs.term', { from: format.day(version.startsOn), to: format.day(version.endsOn) })}</span>
          </Group>
        }
        action={
          <Button loading={book.isPending} disabled={slots.length === 0} onClick={() => book.mutate(body)}>
            {t(agreement.instant ? 'bookings.book-at-once' : 'bookings.hold')}
          </Button>
        }
      />
      <ProblemNotice problem={book.error ?? free.error} />
      {hourly.length === 0 ? null : (
        <NativeSelect
          maw={640}
          label={t('time.line')}
          value={lineId}
          onChange={(event) => setLineId(event.currentTarget.value)}
          data={[
            ...(needsLine ? [] : [{ value: '', label: t('time.line-none') }]),
            ...hourly.map((line) => ({ value: line.lineId, label: line.description })),
          ]}
        />
      )}
      <Text c="dimmed" size="sm" maw={640}>
        {t('bookings.choose-says')}{' '}
        {theirZone === readersZone ? null : t('bookings.their-clock', { place: zoneName(theirZone) })}{' '}
        {limits === null ? null : t('bookings.limit-a-week', { time: format.minutes(limits.mostMinutesPerWeek) })}{' '}
        {limits === null || limits.leastNoticeHours === 0
          ? null
          : t('bookings.limit-ahead', { time: format.minutes(limits.leastNoticeHours * 60) })}
      </Text>
      <Group justify="space-between" maw={640} wrap="nowrap">
        <ActionIcon
          size="lg"
          variant="default"
          aria-label={t('bookings.week-before')}
          disabled={monday <= earliest}
          onClick={() => turn(-1)}
        >
          ←
        </ActionIcon>
        <Text fw={600} aria-live="polite">
          {t('bookings.week-of', { day: format.day(monday) })}
        </Text>
        <ActionIcon
          size="lg"
          variant="default"
          aria-label={t('bookings.week-after')}
          disabled={daysLater(monday, 7) > version.endsOn}
          onClick={() => turn(1)}
        >
          →
        </ActionIcon>
      </Group>
      {free.data === undefined && free.error === null ? <Skeleton h={420} maw={640} /> : null}
      {free.data !== undefined && cells.length === 0 ? <Text c="dimmed">{t('bookings.week-full')}</Text> : null}
      {free.data === undefined || cells.length === 0 ? null : (
        <WeekGrid
          key={monday}
          monday={monday}
          cells={cells}
          chosen={new Set(chosen.map(({ startAt }) => startAt))}
          zone={theirZone}
          onChoose={choose}
          focused={byKeys}
          onTurn={(weeks) => {
            setByKeys(true);
            turn(weeks);
          }}
        />
      )}
      {first === undefined ? null : (
        <Stack component="section" gap="sm" aria-label={t('bookings.chosen')}>
          <Text fw={600}>{t('bookings.chosen-in-all', { time: format.minutes(minutesOf(slots)) })}</Text>
          {slots.map(({ startAt, endAt }) => (
            <TwoClocks key={startAt} at={startAt} until={endAt} zone={theirZone} />
          ))}
          <Checkbox
            label={t('bookings.each-week')}
            checked={weeklyUntil !== null}
            onChange={(event) => setWeeklyUntil(event.currentTarget.checked ? version.endsOn : null)}
          />
          {weeklyUntil === null ? null : (
            <TextInput
              w={200}
              type="date"
              label={t('bookings.each-week-until')}
              min={zoned(first.startAt, version.timeZone).day}
              max={version.endsOn}
              value={weeklyUntil}
              onChange={(event) => setWeeklyUntil(event.currentTarget.value || version.endsOn)}
            />
          )}
        </Stack>
      )}
    </Stack>
  );
}

const isInTerm = (day: string, { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string }): boolean =>
  startsOn <= day && day <= endsOn;
