import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../../format/use-format';
import { ButtonLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { Section } from '../../parts/section';
import { WeekTable } from '../../parts/week-table';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import { NeedLines, NeedTerms } from '../needs/need-outline';
import { rosterQuery } from '../roster/roster-queries';
import { type OpenNeed, openNeedQuery } from './open-need-queries';
import { OwnProposals } from './own-proposals';
import { PlannedFor } from './planned-for';
import { ProposalForm } from './proposal-form';

const route = getRouteApi('/own/open-needs/$needId');

/** What is asked for, and the agency's answer to it. */
export function OpenNeedPage() {
  const t = useText();
  const duties = useDuties();
  const { needId } = route.useParams();
  // Read again as news come in, it may be gone for who only looked: what was asked stays while it is on the screen.
  const { data: need, isRefetchError: isGone } = useSuspenseQuery(openNeedQuery(needId));
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
      <WhyClosed need={need} isGone={isGone} />
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
      {isGone || need.status !== 'posted' ? (
        <ButtonLink to="/open-needs" variant="default" w="fit-content">
          {t('open-needs.to-open')}
        </ButtonLink>
      ) : (
        <Section title={t('open-needs.propose')}>
          <PlannedFor need={need} assistants={roster} />
          <ProposalForm need={need} assistants={roster} />
        </Section>
      )}
    </Stack>
  );
}

/** Why nobody can propose any more; nothing while somebody can. */
function WhyClosed({ need: { closedAt, closeReason }, isGone }: { readonly need: OpenNeed; readonly isGone: boolean }) {
  const t = useText();
  const format = useFormat();
  if (closeReason === null || closedAt === null)
    return isGone ? <Alert variant="light">{t('open-needs.is-closed')}</Alert> : null;
  return <Alert variant="light">{t(`open-needs.closed-${closeReason}`, { day: format.dayOf(closedAt) })}</Alert>;
}
