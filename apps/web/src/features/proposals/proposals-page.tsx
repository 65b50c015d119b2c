import type { components } from '@ajudant/client';
import { Card, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { useFormat } from '../../format/use-format';
import { Beside } from '../../parts/beside';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { ButtonLink, TextLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { businessTeam } from '../../session/role-sets';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { useDutyLabel } from '../catalogue/use-catalogue';
import { AssistantName } from '../directory/assistant-name';
import { needQuery } from '../needs/need-queries';
import { openNeedQuery } from '../open-needs/open-need-queries';
import { ProposalStatus } from './proposal-status';

type Proposal = components['schemas']['ProposalDto'];

const proposalsQuery = pagesQuery(['proposals', 'all'], (after) =>
  client.body(client.api.GET('/v1/proposals', { params: { query: after === undefined ? {} : { after } } })),
);

/** All that the agency proposed, or that the business was proposed, whatever became of it. */
export function ProposalsPage() {
  const t = useText();
  const session = useOwnSession();
  const proposals = useInfiniteQuery(proposalsQuery);
  const isBusiness = session.organisationKind === 'business';
  return (
    <>
      <PageHead
        title={t(isBusiness ? 'proposals.title' : 'open-needs.mine')}
        says={t(isBusiness ? 'proposals.says' : 'open-needs.mine-says')}
      />
      <EndlessList query={proposals} rowHeight={112} empty={isBusiness ? <NoneToBusiness /> : <NoneOfAgency />}>
        {(proposal) =>
          isBusiness ? <ProposalToBusiness proposal={proposal} /> : <ProposalOfAgency proposal={proposal} />
        }
      </EndlessList>
    </>
  );
}

function NoneToBusiness() {
  const t = useText();
  const asks = hasRole(useOwnSession(), ...businessTeam);
  return (
    <EmptyState
      says={t('proposals.none-yet')}
      action={asks ? <ButtonLink to="/needs">{t('shell.needs')}</ButtonLink> : undefined}
    />
  );
}

function NoneOfAgency() {
  const t = useText();
  return (
    <EmptyState
      says={t('open-needs.mine-none')}
      action={<ButtonLink to="/open-needs">{t('open-needs.to-open')}</ButtonLink>}
    />
  );
}

function ProposalToBusiness({ proposal }: { readonly proposal: Proposal }) {
  const label = useDutyLabel();
  const { data } = useQuery(needQuery(proposal.needId));
  const duties = data?.need.lines.map(({ dutyCode }) => label(dutyCode)).join(', ');
  return (
    <ProposalCard proposal={proposal} about={data?.need.words ?? null}>
      <TextLink fw={600} to="/needs/$needId" params={{ needId: proposal.needId }}>
        {duties ?? '…'}
      </TextLink>
    </ProposalCard>
  );
}

function ProposalOfAgency({ proposal }: { readonly proposal: Proposal }) {
  const label = useDutyLabel();
  const { data: need } = useQuery(openNeedQuery(proposal.needId));
  return (
    <ProposalCard proposal={proposal} about={need?.sector ?? null}>
      <TextLink fw={600} to="/open-needs/$needId" params={{ needId: proposal.needId }}>
        {need === undefined ? '…' : need.lines.map(({ dutyCode }) => label(dutyCode)).join(', ')}
      </TextLink>
    </ProposalCard>
  );
}

function ProposalCard({
  proposal: { assistantId, status, madeAt },
  about,
  children,
}: {
  readonly proposal: Proposal;
  /** What else there is to say of the need. */
  readonly about: string | null;
  /** The link to the need. */
  readonly children: ReactNode;
}) {
  const format = useFormat();
  return (
    <Card withBorder padding="md" mb="sm">
      <Beside aside={<ProposalStatus status={status} />}>
        {children}
        <Text size="sm">
          <AssistantName id={assistantId} plain />
        </Text>
        <Text size="sm" c="dimmed" lineClamp={1}>
          {about === null ? '' : `${about} · `}
          {format.dayOf(madeAt)}
        </Text>
      </Beside>
    </Card>
  );
}
