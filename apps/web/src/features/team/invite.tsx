import { Alert, Button, CopyButton, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { type Role, rolesOf } from './roles-of-sides';

/** Asks somebody in: the link is shown once, to be passed on. */
export function Invite({ side }: { readonly side: 'agency' | 'business' }) {
  const t = useText();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>(rolesOf[side][0]!);
  const invite = useAct(
    (given: { email: string; roles: Role[] }, key) =>
      client.body(client.api.POST('/v1/invitations', { params: { header: { 'Idempotency-Key': key } }, body: given })),
    { outdates: [['invitations']], onDone: () => setEmail('') },
  );
  const link = invite.data === undefined ? null : `${location.origin}/join#${invite.data.token}`;
  return (
    <Stack gap="sm">
      <Group align="flex-end">
        <TextInput
          label={t('sign-in.email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Select
          label={t('team.as')}
          allowDeselect={false}
          value={role}
          data={rolesOf[side].map((each) => ({ value: each, label: t(`team.role-${each}`) }))}
          onChange={(each) => setRole(each as Role)}
        />
        <Button
          disabled={email.trim() === ''}
          loading={invite.isPending}
          onClick={() => invite.mutate({ email, roles: [role] })}
        >
          {t('team.invite')}
        </Button>
      </Group>
      <ProblemNotice problem={invite.error} />
      {link === null ? null : (
        <Alert variant="light" role="status">
          <Group>
            <Text size="sm" style={{ wordBreak: 'break-all' }}>
              {t('team.link', { link })}
            </Text>
            <CopyButton value={link}>
              {({ copied, copy }) => (
                <Button size="compact-sm" onClick={copy}>
                  {copied ? t('team.copied') : t('team.copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
        </Alert>
      )}
    </Stack>
  );
}
