import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import type { AccessGrant } from './access-grant-queries';

const kinds = ['mailbox', 'bank-view', 'shop', 'accounting', 'storage', 'other'] as const;
const ways = ['delegation', 'own-login', 'read-only-view', 'shared-folder'] as const;

/** The business writes down what it has let the assistant into; a password has no place here. */
export function GiveAccess({ engagementId }: { readonly engagementId: string }) {
  const t = useText();
  const [kind, setKind] = useState<AccessGrant['kind']>('mailbox');
  const [way, setWay] = useState<AccessGrant['way']>('delegation');
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const give = useAct(
    (said: { name: string; purpose: string }, key) =>
      client.body(
        client.api.POST('/v1/access-grants', {
          params: { header: { 'Idempotency-Key': key } },
          body: { engagementId, kind, way, ...said },
        }),
      ),
    {
      outdates: [['access-grants'], ['substitutions']],
      onDone() {
        setName('');
        setPurpose('');
      },
    },
  );
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('access-grants.says')}
      </Text>
      <ProblemNotice problem={give.error} />
      <Group align="flex-end">
        <Select
          label={t('access-grants.what')}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`access-grants.kind-${value}`) }))}
          value={kind}
          onChange={(value) => setKind(value ?? 'mailbox')}
        />
        <TextInput
          label={t('access-grants.name')}
          maxLength={300}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('access-grants.purpose')}
          maxLength={300}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <Select
          label={t('access-grants.how')}
          allowDeselect={false}
          data={ways.map((value) => ({ value, label: t(`access-grants.way-${value}`) }))}
          value={way}
          onChange={(value) => setWay(value ?? 'delegation')}
        />
        <Button
          variant="default"
          disabled={name.trim() === '' || purpose.trim() === ''}
          loading={give.isPending}
          onClick={() => give.mutate({ name: name.trim(), purpose: purpose.trim() })}
        >
          {t('access-grants.give')}
        </Button>
      </Group>
    </Stack>
  );
}
