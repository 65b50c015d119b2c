import { Button, Card, Group, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { TextLink } from '../../parts/links';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { OtherSide } from '../conversation/other-side';
import { RunningTimer } from './running-timer';
import type { EngagedLine, TimeEntry } from './time-queries';

/** How much of a line's hours is left in its period, and the timer where they are worked. */
export function HourLine({ line, timer }: { readonly line: EngagedLine; readonly timer: TimeEntry | undefined }) {
  const t = useText();
  const format = useFormat();
  const session = useOwnSession();
  const works = hasRole(session, 'agency.owner', 'agency.coordinator', 'agency.assistant');
  const used = line.recordedMinutes + line.acceptedMinutes;
  const share = Math.min(100, (used / line.ceilingMinutes) * 100);
  return (
    <Card withBorder padding="md" mb="sm">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Stack gap={2}>
            <Text fw={600}>{line.description}</Text>
            <Text size="sm" c="dimmed">
              {t('needs.term', { from: format.day(line.periodFrom), to: format.day(line.periodTo) })}
            </Text>
          </Stack>
          <OtherSide engagement={line.engagement} />
        </Group>
        <Progress
          value={share}
          color={share >= 80 ? 'amber' : 'sea'}
          aria-label={t('time.used-of', { used: format.minutes(used), ceiling: format.minutes(line.ceilingMinutes) })}
        />
        <Text size="sm">
          {t('time.used-of', { used: format.minutes(used), ceiling: format.minutes(line.ceilingMinutes) })}
          {' · '}
          {t('time.booked', { booked: format.minutes(line.bookedMinutes) })}
          {' · '}
          {t('time.rate', { rate: format.money(line.hourlyRate), step: format.minutes(line.stepMinutes) })}
        </Text>
        <PackOf line={line} />
        {timer === undefined ? (
          <When line={line} />
        ) : (
          <RunningTimer timer={timer} until={line.bookedUntil} stops={works} />
        )}
        {works && timer === undefined && line.bookedUntil !== null && used < line.ceilingMinutes ? (
          <Start line={line} />
        ) : null}
        {hasRole(session, 'business.owner', 'business.colleague') ? (
          <TextLink size="sm" to="/agreements/$agreementId/book" params={{ agreementId: line.engagement.id }}>
            {t('agreements.book')}
          </TextLink>
        ) : null}
      </Stack>
    </Card>
  );
}

/** What was paid ahead for the period, and what becomes of what is left. */
function PackOf({ line: { pack } }: { readonly line: EngagedLine }) {
  const t = useText();
  const format = useFormat();
  if (pack === null) return null;
  const said = [
    t('time.pack', { price: format.money(pack.price) }),
    ...(pack.carriedMinutes === 0 ? [] : [t('time.pack-carried', { minutes: format.minutes(pack.carriedMinutes) })]),
    pack.carryOverMinutes === 0
      ? t('time.pack-lapses')
      : t('time.pack-stays', { minutes: format.minutes(pack.carryOverMinutes) }),
  ];
  return (
    <Text size="sm" c="dimmed">
      {said.join(' · ')}
    </Text>
  );
}

/** Booked time that goes on, or comes next. */
function When({ line: { bookedUntil, nextBookedAt } }: { readonly line: EngagedLine }) {
  const t = useText();
  const format = useFormat();
  if (bookedUntil !== null)
    return <Text size="sm">{t('time.booked-until', { time: format.moment(bookedUntil) })}</Text>;
  return (
    <Text size="sm" c="dimmed">
      {nextBookedAt === null ? t('time.nothing-booked') : t('time.next', { time: format.moment(nextBookedAt) })}
    </Text>
  );
}

function Start({ line }: { readonly line: EngagedLine }) {
  const t = useText();
  const [note, setNote] = useState('');
  const start = useAct(
    (given: string, key) =>
      client.body(
        client.api.POST('/v1/time-entries', {
          params: { header: { 'Idempotency-Key': key } },
          body: {
            engagementId: line.engagement.id,
            lineId: line.lineId,
            ...(given.trim() !== '' && { note: given.trim() }),
          },
        }),
      ),
    { outdates: [['time']] },
  );
  return (
    <>
      <ProblemNotice problem={start.error} />
      <Group align="flex-end">
        <TextInput label={t('time.note')} maxLength={300} flex={1} {...typed(note, setNote)} />
        <Button loading={start.isPending} onClick={() => start.mutate(note)}>
          {t('time.start')}
        </Button>
      </Group>
    </>
  );
}
