import { Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { PageHead } from '../../parts/page-head';
import { WeekTable } from '../../parts/week-table';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import { NeedLines, NeedTerms } from '../needs/need-outline';
import { rosterQuery } from '../roster/roster-queries';
import { openNeedQuery } from './open-need-queries';
import { OwnProposals } from './own-proposals';
import { PlannedFor } from './planned-for';
import { ProposalForm } from './proposal-form';

const route = getRouteApi('/own/open-needs/$needId');

/** What is asked for, and the agency's answer to it. */
export function OpenNeedPage() {
  const t = useText();
  const duties = useDuties();
  const { needId } = route.useParams();
  // Read again as news come in, it may be open no more: what was asked stays to be read.
  const { data: need, isRefetchError: isClosed } = useSuspenseQuery(openNeedQuery(needId));
  const roster = useInfiniteQuery(rosterQuery).data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap="xl" maw={760}>
      <PageHead
        title={need.lines.map(({ dutyCode }) => duties.get(dutyCode)?.label ?? dutyCode).join(', ')}
        says={
          <Group gap="md">
            <span>{need.sector}</span>
            <NeedTerms need={need} />
          </Group>
        }
      />
      {need.words === null ? null : <Text fs="italic">“{need.words}”</Text>}
      <NeedLines lines={need.lines} toBeDone={true} />
      {need.hours?.weekly === undefined ? null : (
        <section>
          <Title order={2} size="h4" mb="sm">
            {t('needs.when')}
          </Title>
          <WeekTable hours={need.hours.weekly} zone={need.hours.timeZone} />
        </section>
      )}
      <OwnProposals needId={needId} />
      <section>
        <Title order={2} size="h4" mb="sm">
          {t('open-needs.propose')}
        </Title>
        {isClosed ? (
          <Text>{t('open-needs.is-closed')}</Text>
        ) : (
          <>
            <PlannedFor need={need} assistants={roster} />
            <ProposalForm need={need} assistants={roster} />
          </>
        )}
      </section>
    </Stack>
  );
}
