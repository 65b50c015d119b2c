import { Group, Stack, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../../format/use-format';
import { PageHead } from '../../parts/page-head';
import { WeekTable } from '../../parts/week-table';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import { rosterQuery } from '../roster/roster-queries';
import { openNeedQuery } from './open-need-queries';
import { OwnProposals } from './own-proposals';
import { PlannedFor } from './planned-for';
import { ProposalForm } from './proposal-form';

const route = getRouteApi('/own/open-needs/$needId');

/** What is asked for, and the agency's answer to it. */
export function OpenNeedPage() {
  const t = useText();
  const format = useFormat();
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
            {need.startsOn === null || need.endsOn === null ? null : (
              <span>{t('needs.term', { from: format.day(need.startsOn), to: format.day(need.endsOn) })}</span>
            )}
            {need.hourlyRateCap === null ? null : (
              <span>{t('needs.up-to', { price: format.money(need.hourlyRateCap) })}</span>
            )}
          </Group>
        }
      />
      {need.words === null ? null : <Text fs="italic">“{need.words}”</Text>}
      <Table>
        <Table.Tbody>
          {need.lines.map(({ lineId, dutyCode, volume, cadence, doneCriterion, asNeeded }) => (
            <Table.Tr key={lineId}>
              <Table.Td>
                {duties.get(dutyCode)?.label ?? dutyCode}
                <Text size="sm" c="dimmed">
                  {t('agreements.done-when', { criterion: doneCriterion })}
                </Text>
              </Table.Td>
              <Table.Td>
                {asNeeded ? t('time.as-needed', { hours: volume }) : `${volume} × ${duties.get(dutyCode)?.unit ?? ''}`}{' '}
                {t(`words.cadence-${cadence}`)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
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
            <PlannedFor needId={needId} assistants={roster} />
            <ProposalForm need={need} assistants={roster} />
          </>
        )}
      </section>
    </Stack>
  );
}
