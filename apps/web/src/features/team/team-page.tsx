import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { useAct } from '../../api/use-act';
import { useUndo } from '../../api/use-undo';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { hasRole, useOwnSession } from '../../session/session';
import { useText, useTextIfAny } from '../../texts/use-text';
import { Invite } from './invite';

const membersQuery = pagesQuery(['members'], (after) =>
  client.body(client.api.GET('/v1/members', { params: { query: after === undefined ? {} : { after } } })),
);

/** Who belongs to the organisation, and as what. */
export function TeamPage() {
  const t = useText();
  const ifAny = useTextIfAny();
  const session = useOwnSession();
  const isOwner = hasRole(session, 'agency.owner', 'business.owner');
  const members = useInfiniteQuery(membersQuery);
  return (
    <Stack gap="lg">
      <PageHead title={t('shell.team')} says={session.organisationName ?? undefined} />
      {isOwner ? <Invite /> : null}
      <EndlessList query={members} rowHeight={76} empty={<EmptyState says={t('team.nobody')} />}>
        {(member) => (
          <Card withBorder padding="md" mb="sm">
            <Group justify="space-between">
              <Stack gap={2}>
                <Text fw={600}>{member.displayName}</Text>
                <Text size="sm" c="dimmed">
                  {member.email} · {member.roles.map((role) => ifAny(`team.role-${role}`) ?? role).join(', ')}
                </Text>
              </Stack>
              {isOwner && member.userId !== session.userId ? <Remove member={member} /> : null}
            </Group>
          </Card>
        )}
      </EndlessList>
    </Stack>
  );
}

function Remove({ member: { userId, displayName } }: { readonly member: components['schemas']['MemberDto'] }) {
  const t = useText();
  const undo = useUndo();
  const remove = useAct(
    () => client.body(client.api.DELETE('/v1/members/{userId}', { params: { path: { userId } } })),
    { outdates: [['members']] },
  );
  return (
    <Button
      size="compact-sm"
      color="red"
      variant="subtle"
      disabled={undo.pending}
      onClick={() =>
        undo.begin({ says: t('team.was-removed', { name: displayName }), act: () => remove.mutateAsync() })
      }
    >
      {t('team.remove')}
    </Button>
  );
}
