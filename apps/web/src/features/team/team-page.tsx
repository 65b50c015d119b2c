import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { Invite } from './invite';
import { MemberCard } from './member-card';
import { OpenInvitations } from './open-invitations';

const membersQuery = pagesQuery(['members'], (after) =>
  client.body(client.api.GET('/v1/members', { params: { query: after === undefined ? {} : { after } } })),
);

/** Who belongs to the organisation, and as what. */
export function TeamPage() {
  const t = useText();
  const session = useOwnSession();
  const isOwner = hasRole(session, 'agency.owner', 'business.owner');
  const side = session.organisationKind === 'business' ? 'business' : 'agency';
  const members = useInfiniteQuery(membersQuery);
  return (
    <Stack gap="lg">
      <PageHead title={t('shell.team')} says={session.organisationName ?? undefined} />
      {isOwner ? <Invite side={side} /> : null}
      {isOwner ? <OpenInvitations /> : null}
      <EndlessList query={members} rowHeight={76} empty={<EmptyState says={t('team.nobody')} />}>
        {(member) => <MemberCard member={member} side={side} canChange={isOwner && member.userId !== session.userId} />}
      </EndlessList>
    </Stack>
  );
}
