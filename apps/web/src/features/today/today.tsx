import { Skeleton, Stack } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { daysLater, today } from '../../format/days';
import { EmptyState } from '../../parts/empty-state';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { Agenda } from '../calendar/agenda';
import { slotsQuery } from '../calendar/calendar-queries';
import { RunCard } from '../work/run-card';
import { engagementsQuery, runsQuery } from '../work/work-queries';

const daysAhead = 7;

/** An assistant's own day: for whom she works when, today and in the week to come. */
export function BookedHours() {
  const t = useText();
  const from = today();
  const days = Array.from({ length: daysAhead }, (_, place) => daysLater(from, place));
  const { data: slots, error } = useQuery(slotsQuery(from, days.at(-1)!));
  return (
    <Section title={t('today.booked')}>
      <ProblemNotice problem={error} />
      {slots === undefined && error === null ? <Skeleton h={96} /> : null}
      {slots?.length === 0 ? <EmptyState says={t('today.no-hours')} /> : null}
      {slots === undefined ? null : <Agenda days={days} slots={slots} named={false} />}
    </Section>
  );
}

/** What can be worked on now, what was given back first; it is reported where it stands. */
export function DueWork() {
  const t = useText();
  const { data: engagements } = useSuspenseQuery(engagementsQuery);
  const { data: runs, error } = useQuery(runsQuery(engagements, ['returned', 'scheduled']));
  const now = new Date().toISOString();
  const open = runs?.filter(({ opensAt }) => opensAt <= now);
  return (
    <Section title={t('today.due')}>
      <Stack gap="sm">
        <ProblemNotice problem={error} />
        {open === undefined && error === null ? <Skeleton h={96} /> : null}
        {open?.length === 0 ? <EmptyState says={t('today.nothing-due')} /> : null}
        {open?.map((run) => (
          <RunCard key={run.id} run={run} />
        ))}
      </Stack>
    </Section>
  );
}
