import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { client } from '../../api/client';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import type { TimeEntry } from './time-queries';

const everyMs = 15_000;

/** A timer that runs; what it shows follows from its beginning, so nothing is lost with the page. */
export function RunningTimer({
  timer,
  until,
  stops,
}: {
  readonly timer: TimeEntry;
  readonly until: string | null;
  readonly stops: boolean;
}) {
  const t = useText();
  const format = useFormat();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(ticking);
  }, []);
  const stop = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/time-entries/{id}/stop', {
          params: stepOf(timer, key),
        }),
      ),
    { outdates: [['time']] },
  );
  const minutes = Math.max(0, Math.floor((now - Date.parse(timer.startedAt)) / 60_000));
  return (
    <>
      <ProblemNotice problem={stop.error} />
      <Group justify="space-between">
        <Text>
          {t('time.runs', { time: format.clock(timer.startedAt), minutes: format.minutes(minutes) })}
          {timer.note === null ? '' : ` · ${timer.note}`}
          <Text span size="sm" c="dimmed">
            {until === null ? ` · ${t('time.over')}` : ` · ${t('time.booked-until', { time: format.moment(until) })}`}
          </Text>
        </Text>
        {stops ? (
          <Button loading={stop.isPending} onClick={() => stop.mutate()}>
            {t('time.stop')}
          </Button>
        ) : null}
      </Group>
    </>
  );
}
