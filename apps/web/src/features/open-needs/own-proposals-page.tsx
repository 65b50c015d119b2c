import type { components } from '@ajudant/client';
import { Card, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { useFormat } from '../../format/use-format';
import { Beside } from '../../parts/beside';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { ButtonLink, TextLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { useText } from '../../texts/use-text';
import { useDutyLabel } from '../catalogue/use-catalogue';
import { AssistantName } from '../directory/assistant-name';
import { ProposalStatus } from '../proposals/proposal-status';
import { openNeedQuery } from './open-need-queries';

type Proposal = components['schemas']['ProposalDto'];

const ownProposalsQuery = pagesQuery(['proposals', 'own'], (after) =>
  client.body(client.api.GET('/v1/proposals', { params: { query: after === undefined ? {} : { after } } })),
);

/** All that the agency proposed, whatever became of it. */
export function OwnProposalsPage() {
  const t = useText();
  const proposals = useInfiniteQuery(ownProposalsQuery);
  return (
    <>
      <PageHead title={t('open-needs.mine')} says={t('open-needs.mine-says')} />
      <EndlessList
        query={proposals}
        rowHeight={112}
        empty={
          <EmptyState
            says={t('open-needs.mine-none')}
            action={<ButtonLink to="/open-needs">{t('open-needs.to-open')}</ButtonLink>}
          />
        }
      >
        {(proposal) => <OwnProposalCard proposal={proposal} />}
      </EndlessList>
    </>
  );
}

function OwnProposalCard({ proposal: { needId, assistantId, status, madeAt } }: { readonly proposal: Proposal }) {
  const format = useFormat();
  const label = useDutyLabel();
  const { data: need } = useQuery(openNeedQuery(needId));
  return (
    <Card withBorder padding="md" mb="sm">
      <Beside aside={<ProposalStatus status={status} />}>
        <TextLink fw={600} to="/open-needs/$needId" params={{ needId }}>
          {need === undefined ? '…' : need.lines.map(({ dutyCode }) => label(dutyCode)).join(', ')}
        </TextLink>
        <Text size="sm">
          <AssistantName id={assistantId} plain />
        </Text>
        <Text size="sm" c="dimmed">
          {need === undefined ? '' : `${need.sector} · `}
          {format.dayOf(madeAt)}
        </Text>
      </Beside>
    </Card>
  );
}
