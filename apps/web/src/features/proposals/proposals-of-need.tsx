import { Button, Card, Group, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { useAct } from '../../api/use-act';
import { useUndo } from '../../api/use-undo';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { ProblemNotice } from '../../parts/problem-notice';
import { canSign } from '../../session/can-sign';
import { businessTeam } from '../../session/role-sets';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { useDutyLabel } from '../catalogue/use-catalogue';
import { AssistantName } from '../directory/assistant-name';
import type { Need } from '../needs/need-queries';
import { AdoptSuggestions } from './adopt-suggestions';
import { ProposalStatus } from './proposal-status';
import { ProposalsCompared } from './proposals-compared';

type Proposal = components['schemas']['ProposalDto'];

export const proposalsOfNeedQuery = (needId: string) =>
  pagesQuery(['proposals', { needId }], (after) =>
    client.body(
      client.api.GET('/v1/proposals', {
        params: { query: { needId, ...(after === undefined ? {} : { after }) } },
      }),
    ),
  );

/** What agencies answered: whom they propose, each duty's price, and what they would streamline. */
export function ProposalsOfNeed({ need }: { readonly need: Need }) {
  const t = useText();
  const invites = hasRole(useOwnSession(), ...businessTeam);
  const proposals = useInfiniteQuery(proposalsOfNeedQuery(need.id));
  if (proposals.isPending) return <Skeleton h={96} />;
  if (proposals.isError) return <ProblemNotice problem={proposals.error} />;
  const items = proposals.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) {
    if (need.status !== 'posted') return <Text c="dimmed">{t('proposals.none-came')}</Text>;
    return <EmptyState says={t(invites ? 'proposals.none' : 'proposals.none-yet')} />;
  }
  return (
    <Stack>
      <ProposalsCompared need={need} />
      {items.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} need={need} />
      ))}
    </Stack>
  );
}

function ProposalCard({ proposal, need }: { readonly proposal: Proposal; readonly need: Need }) {
  const t = useText();
  const session = useOwnSession();
  const format = useFormat();
  const label = useDutyLabel();
  const navigate = useNavigate();
  const undo = useUndo();
  const path = { id: proposal.id };
  const outdates = [['proposals'], ['needs'], ['agreements']];
  const accept = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/proposals/{id}/acceptance', {
          params: { path, header: { 'Idempotency-Key': key, 'If-Match': `"${proposal.version}"` } },
          body: {},
        }),
      ),
    {
      outdates,
      onDone: ({ agreementId }) =>
        agreementId === null ? undefined : navigate({ to: '/agreements/$agreementId', params: { agreementId } }),
    },
  );
  const decline = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/proposals/{id}/declination', {
          params: { path, header: { 'Idempotency-Key': key, 'If-Match': `"${proposal.version}"` } },
          body: {},
        }),
      ),
    { outdates },
  );
  return (
    <Card withBorder padding="lg">
      <Group justify="space-between">
        <AssistantName id={proposal.assistantId} />
        <ProposalStatus status={proposal.status} />
      </Group>
      {proposal.message === null ? null : <Text mt="sm">{proposal.message}</Text>}
      <Table mt="md" maw={520}>
        <Table.Tbody>
          {proposal.lines.map(({ lineId, unitPrice }) => {
            const line = need.lines.find((each) => each.lineId === lineId);
            return (
              <Table.Tr key={lineId}>
                <Table.Td>{line === undefined ? lineId : label(line.dutyCode)}</Table.Td>
                <Table.Td ta="end">{t('proposals.a-unit', { price: format.money(unitPrice) })}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {proposal.suggestions.length === 0 ? null : (
        <>
          <Text fw={600} mt="md">
            {t('proposals.suggests')}
          </Text>
          <AdoptSuggestions proposal={proposal} />
        </>
      )}
      <ProblemNotice problem={accept.error ?? decline.error} />
      {proposal.status === 'open' && !undo.pending ? (
        <Group mt="md">
          {canSign(session) ? (
            <Button loading={accept.isPending} onClick={() => accept.mutate()}>
              {t('proposals.accept')}
            </Button>
          ) : (
            <Text size="sm" c="dimmed">
              {t('proposals.who-accepts')}
            </Text>
          )}
          {hasRole(session, ...businessTeam) ? (
            <Button
              variant="subtle"
              color="gray"
              onClick={() => undo.begin({ says: t('proposals.was-declined'), act: () => decline.mutateAsync() })}
            >
              {t('proposals.decline')}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </Card>
  );
}
