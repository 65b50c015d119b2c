import type { components } from '@ajudant/client';
import { Button, Card, Group, MultiSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useUndo } from '../../api/use-undo';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { useRoleNames } from './role-names';
import { type Role, rolesOf } from './roles-of-sides';

type Member = components['schemas']['MemberDto'];

/** One of the team; an owner says what somebody else is, and who leaves. */
export function MemberCard({
  member,
  side,
  canChange,
}: {
  readonly member: Member;
  readonly side: 'agency' | 'business';
  readonly canChange: boolean;
}) {
  const t = useText();
  const namesOf = useRoleNames();
  const [changing, setChanging] = useState(false);
  // What an assistant is follows from her listing.
  const hasOtherRoles = member.assistantId === null;
  return (
    <Card withBorder padding="md" mb="sm">
      <Group justify="space-between">
        <Stack gap={2}>
          <Text fw={600}>{member.displayName}</Text>
          <Text size="sm" c="dimmed">
            {member.email} · {namesOf(member.roles)}
          </Text>
        </Stack>
        {canChange ? (
          <Group gap="xs">
            {hasOtherRoles ? (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-expanded={changing}
                onClick={() => setChanging(!changing)}
              >
                {t('team.change-roles')}
              </Button>
            ) : null}
            <Remove member={member} />
          </Group>
        ) : null}
      </Group>
      {changing ? <Roles member={member} side={side} onDone={() => setChanging(false)} /> : null}
    </Card>
  );
}

function Roles({
  member: { userId, displayName, roles },
  side,
  onDone,
}: {
  readonly member: Member;
  readonly side: 'agency' | 'business';
  readonly onDone: () => void;
}) {
  const t = useText();
  const namesOf = useRoleNames();
  const [chosen, setChosen] = useState<readonly Role[]>(roles as Role[]);
  const change = useAct(
    (given: Role[]) =>
      client.body(
        client.api.PUT('/v1/members/{userId}/roles', { params: { path: { userId } }, body: { roles: given } }),
      ),
    { outdates: [['members']], onDone },
  );
  return (
    <Stack gap="sm" mt="sm">
      <MultiSelect
        label={t('team.roles-of', { name: displayName })}
        value={[...chosen]}
        data={rolesOf[side].map((role) => ({ value: role, label: namesOf([role]) }))}
        onChange={(picked) => setChosen(picked as Role[])}
      />
      <ProblemNotice problem={change.error} />
      <Group>
        <Button
          size="compact-md"
          disabled={chosen.length === 0}
          loading={change.isPending}
          onClick={() => change.mutate([...chosen])}
        >
          {t('settings.save')}
        </Button>
      </Group>
    </Stack>
  );
}

function Remove({ member: { userId, displayName } }: { readonly member: Member }) {
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
