import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';
import { useDutyLabel } from '../catalogue/use-catalogue';
import { AssistantName } from '../directory/assistant-name';
import { needQuery } from '../needs/need-queries';
import { type Plan, planQuery } from './plan-queries';

const route = getRouteApi('/own/admin/plan');

/** Who would best do what, over all open needs at once: worked out when asked for, and nothing is booked by it. */
export function PlanPage() {
  const t = useText();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const plan = useQuery({ ...planQuery(id ?? ''), enabled: id !== undefined });
  const ask = useAct(
    (_: void, key) =>
      client.body(client.api.POST('/v1/admin/assignment-plans', { params: { header: { 'Idempotency-Key': key } } })),
    { onDone: (asked) => navigate({ search: { id: asked.id } }) },
  );
  const working = ask.isPending || plan.data?.status === 'pending' || (id !== undefined && plan.isPending);
  return (
    <Stack gap="xl" maw={900}>
      <PageHead title={t('shell.plan')} says={t('administration.plan-says')} />
      <Group>
        <Button loading={working} onClick={() => ask.mutate()}>
          {t('administration.plan-ask')}
        </Button>
      </Group>
      <ProblemNotice problem={ask.error ?? plan.error} />
      {plan.data?.status === 'prepared' ? <Prepared plan={plan.data} /> : null}
    </Stack>
  );
}

function Prepared({ plan }: { readonly plan: Plan }) {
  const t = useText();
  const format = useFormat();
  if (plan.lines.length === 0 && plan.unassignedNeedIds.length === 0) {
    return <EmptyState says={t('administration.plan-empty')} />;
  }
  const points = (score: number | null): string => format.number(Math.round((score ?? 0) * 100));
  return (
    <>
      <Section title={t('administration.plan-of', { moment: format.moment(plan.preparedAt ?? plan.askedAt) })}>
        <Text>
          {t('administration.plan-gain', { sum: points(plan.scoreSum), first: points(plan.firstComeScoreSum) })}
        </Text>
        <WideTable
          label={t('shell.plan')}
          width={480}
          heads={[
            t('administration.plan-need'),
            t('administration.plan-assistant'),
            { figures: t('administration.plan-points') },
          ]}
        >
          {plan.lines.map(({ needId, assistantId, score }) => (
            <Table.Tr key={needId}>
              <Table.Td>
                <NeedInWords id={needId} />
              </Table.Td>
              <Table.Td>
                <AssistantName id={assistantId} />
              </Table.Td>
              <Table.Td ta="end">{points(score)}</Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      </Section>
      {plan.unassignedNeedIds.length === 0 ? null : (
        <Section title={t('administration.plan-nobody')}>
          {plan.unassignedNeedIds.map((needId) => (
            <NeedInWords key={needId} id={needId} />
          ))}
        </Section>
      )}
    </>
  );
}

function NeedInWords({ id }: { readonly id: string }) {
  const label = useDutyLabel();
  const need = useQuery(needQuery(id)).data?.need;
  return <Text>{need === undefined ? '…' : need.lines.map(({ dutyCode }) => label(dutyCode)).join(', ')}</Text>;
}
