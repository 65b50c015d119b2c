import type { components } from '@ajudant/client';
import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { useRoleNames } from './role-names';

const invitationsQuery = pagesQuery(['invitations'], (after) =>
  client.body(client.api.GET('/v1/invitations', { params: { query: after === undefined ? {} : { after } } })),
);

/** Who was asked in and has not come yet; nothing where nobody was. */
export function OpenInvitations() {
  const t = useText();
  const { data, error } = useInfiniteQuery(invitationsQuery);
  const open = data?.pages.flatMap(({ items }) => items) ?? [];
  if (open.length === 0) return <ProblemNotice problem={error} />;
  return (
    <Section title={t('team.invited')}>
      <Stack gap="sm">
        {open.map((invitation) => (
          <OpenInvitation key={invitation.id} invitation={invitation} />
        ))}
      </Stack>
    </Section>
  );
}

function OpenInvitation({ invitation }: { readonly invitation: components['schemas']['OpenInvitationDto'] }) {
  const t = useText();
  const format = useFormat();
  const namesOf = useRoleNames();
  const { id, email, roles, expiresAt } = invitation;
  const withdraw = useAct(() => client.body(client.api.DELETE('/v1/invitations/{id}', { params: { path: { id } } })), {
    outdates: [['invitations']],
  });
  return (
    <Card withBorder padding="md">
      <Group justify="space-between">
        <Stack gap={2}>
          <Text fw={600}>{email}</Text>
          <Text size="sm" c="dimmed">
            {namesOf(roles)} · {t('team.invited-until', { moment: format.deadline(expiresAt) })}
          </Text>
        </Stack>
        <Button
          size="compact-sm"
          variant="subtle"
          loading={withdraw.isPending}
          aria-label={t('team.withdraw-of', { email })}
          onClick={() => withdraw.mutate()}
        >
          {t('team.withdraw')}
        </Button>
      </Group>
      <ProblemNotice problem={withdraw.error} />
    </Card>
  );
}
