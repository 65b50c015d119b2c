import { Skeleton, Stack, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { EmptyState } from '../../parts/empty-state';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { engagementsQuery, type Run, runsQuery } from './work-queries';
import { LaterWork } from './later-work';
import { RunCard } from './run-card';

type Statuses = readonly Run['status'][];

/** What waits for the reader first: for a business what was done, for an agency what is to be done. */
const waiting: Readonly<Record<'agency' | 'business', Statuses>> = {
  business: ['done'],
  agency: ['returned', 'scheduled'],
};
const others: Readonly<Record<'agency' | 'business', Statuses>> = {
  business: ['returned', 'scheduled'],
  agency: ['done'],
};

const isOpen = ({ opensAt }: Run): boolean => opensAt <= new Date().toISOString();

/** The work of all engagements. */
export function WorkPage() {
  const t = useText();
  const side = useOwnSession().organisationKind === 'business' ? 'business' : 'agency';
  return (
    <Stack gap="xl">
      <PageHead title={t('shell.work')} says={t(`work.says-${side}`)} />
      <Runs
        title={t(`work.waits-${side}`)}
        statuses={waiting[side]}
        empty={t('work.nothing-waits')}
        {...(side === 'agency' ? { keep: isOpen } : {})}
      />
      <Runs title={t(`work.others-${side}`)} statuses={others[side]} empty={t('work.nothing')} />
      {side === 'agency' ? <LaterWork /> : null}
    </Stack>
  );
}

function Runs({
  title,
  statuses,
  empty,
  keep = () => true,
}: {
  readonly title: string;
  readonly statuses: Statuses;
  readonly empty: string;
  readonly keep?: (run: Run) => boolean;
}) {
  const { data: engagements } = useSuspenseQuery(engagementsQuery);
  const runs = useQuery(runsQuery(engagements, statuses));
  const shown = runs.data?.filter(keep);
  return (
    <section>
      <Title order={2} size="h4" mb="md">
        {title}
      </Title>
      <ProblemNotice problem={runs.error} />
      {shown === undefined && runs.error === null ? <Skeleton h={96} /> : null}
      {shown?.length === 0 ? <EmptyState says={empty} /> : null}
      {shown?.map((run) => (
        <RunCard key={run.id} run={run} />
      ))}
    </section>
  );
}
