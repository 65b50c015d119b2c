import { Button, Kbd, Skeleton, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../parts/empty-state';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { engagementsQuery, type Run, runsQuery } from './work-queries';
import { LaterWork } from './later-work';
import { RunCard } from './run-card';

const atFirst = 8;
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

/** The work of all engagements; a business goes through what was done with keys as well. */
export function WorkPage() {
  const t = useText();
  const session = useOwnSession();
  const side = session.organisationKind === 'business' ? 'business' : 'agency';
  const judges = hasRole(session, 'business.owner', 'business.colleague');
  return (
    <Stack gap="xl" maw={820}>
      <PageHead title={t('shell.work')} says={t(`work.says-${side}`)} />
      <Section title={t(`work.waits-${side}`)}>
        <Runs
          statuses={waiting[side]}
          empty={t('work.nothing-waits')}
          byKeys={judges}
          {...(side === 'agency' ? { keep: isOpen } : {})}
        />
      </Section>
      <Section title={t(`work.others-${side}`)}>
        <Runs statuses={others[side]} empty={t('work.nothing')} />
      </Section>
      {side === 'agency' ? <LaterWork /> : null}
    </Stack>
  );
}

function Runs({
  statuses,
  empty,
  keep = () => true,
  byKeys = false,
}: {
  readonly statuses: Statuses;
  readonly empty: string;
  readonly keep?: (run: Run) => boolean;
  readonly byKeys?: boolean;
}) {
  const t = useText();
  const { data: engagements } = useSuspenseQuery(engagementsQuery);
  const runs = useQuery(runsQuery(engagements, statuses));
  const shown = runs.data?.filter(keep);
  const count = shown?.length ?? 0;
  const [place, setPlace] = useState(0);
  const [all, setAll] = useState(false);
  const inHand = Math.min(place, count - 1);
  useHotkeys(
    byKeys
      ? [
          ['j', () => setPlace(Math.min(inHand + 1, count - 1))],
          ['k', () => setPlace(Math.max(inHand - 1, 0))],
        ]
      : [],
  );
  return (
    <>
      <ProblemNotice problem={runs.error} />
      {shown === undefined && runs.error === null ? <Skeleton h={96} /> : null}
      {shown?.length === 0 ? <EmptyState says={empty} /> : null}
      {byKeys && count > 0 ? (
        <Text size="sm" c="dimmed" mb="md" visibleFrom="sm">
          <Kbd>J</Kbd> <Kbd>K</Kbd> {t('work.keys-move')} · <Kbd>1</Kbd>–<Kbd>5</Kbd> {t('work.keys-score')} ·{' '}
          <Kbd>A</Kbd> {t('work.accept')} · <Kbd>R</Kbd> {t('work.give-back')}
        </Text>
      ) : null}
      {shown?.slice(0, all || byKeys ? count : atFirst).map((run, index) => (
        <RunCard key={run.id} run={run} inHand={byKeys && index === inHand} />
      ))}
      {all || byKeys || count <= atFirst ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('words.show-all', { count })}
        </Button>
      )}
    </>
  );
}
