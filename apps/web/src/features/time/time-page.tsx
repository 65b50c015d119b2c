import { Skeleton, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayOf, mondayOf, today, weekdayOf } from '../../format/days';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { WeekSteps } from '../../parts/week-steps';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { EntryCard } from './entry-card';
import { HourLine } from './hour-line';
import { entriesQuery, hoursQuery, timersQuery } from './time-queries';

/** Hours as needed: what is left of them, the timer, and a week of what was worked. */
export function TimePage() {
  const t = useText();
  const format = useFormat();
  const [monday, setMonday] = useState(() => mondayOf(today()));
  const side = useOwnSession().organisationKind === 'business' ? 'business' : 'agency';
  const hours = useQuery(hoursQuery);
  const timers = useQuery(timersQuery);
  const entries = useQuery(entriesQuery(monday));
  const lines = hours.data ?? [];
  const nameOf = (engagementId: string, lineId: string): string =>
    lines.find((line) => line.engagement.id === engagementId && line.lineId === lineId)?.description ?? lineId;
  const days = [...new Set(entries.data?.map(({ startedAt }) => dayOf(startedAt)))];
  return (
    <Stack gap="xl" maw={820}>
      <PageHead title={t('time.title')} says={t(`time.says-${side}`)} />
      <ProblemNotice problem={hours.error ?? timers.error ?? entries.error} />
      <Section title={t('time.lines')}>
        {hours.isPending ? <Skeleton h={96} /> : null}
        {hours.data?.length === 0 ? <EmptyState says={t('time.no-lines')} /> : null}
        {lines.map((line) => (
          <HourLine
            key={`${line.engagement.id} ${line.lineId}`}
            line={line}
            timer={timers.data?.find(
              ({ engagementId, lineId }) => engagementId === line.engagement.id && lineId === line.lineId,
            )}
          />
        ))}
      </Section>
      <Section title={t('time.entries')} aside={<WeekSteps monday={monday} onChange={setMonday} />}>
        {entries.isPending ? <Skeleton h={96} /> : null}
        {entries.data?.length === 0 ? <EmptyState says={t('time.no-entries')} /> : null}
        {days.map((day) => (
          <Stack key={day} gap="sm" mb="lg">
            <Title order={3} size="h5">
              {`${format.weekday(weekdayOf(day))}, ${format.day(day)}`}
            </Title>
            {entries.data
              ?.filter(({ startedAt }) => dayOf(startedAt) === day)
              .map((entry) => (
                <EntryCard
                  key={`${entry.id} ${entry.version}`}
                  entry={entry}
                  name={nameOf(entry.engagementId, entry.lineId)}
                />
              ))}
          </Stack>
        ))}
      </Section>
    </Stack>
  );
}
