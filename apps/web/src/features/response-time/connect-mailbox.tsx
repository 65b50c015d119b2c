import { Button, Group, NativeSelect, NumberInput, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { typedNumber } from '../../format/typed-number';
import { Form } from '../../parts/form';
import { ProblemNotice } from '../../parts/problem-notice';
import { textFields } from '../../parts/text-fields';
import { useText } from '../../texts/use-text';
import { type ConnectMailbox as Draft, outdatedMailboxes } from './mailbox-queries';

/** The ports that go with how a connection is protected (RFC 8314). */
const ports = { tls: 993, starttls: 143 } as const;
const nothing: Draft = { host: '', port: ports.tls, security: 'tls', userName: '', password: '' };

/** Where a mailbox is, and by which password it is read. */
export function ConnectMailbox() {
  const t = useText();
  const [draft, setDraft] = useState(nothing);
  const connect = useAct(
    (body: Draft, key) =>
      client.body(client.api.POST('/v1/mailboxes', { params: { header: { 'Idempotency-Key': key } }, body })),
    { outdates: outdatedMailboxes, onDone: () => setDraft(nothing) },
  );
  const wrong = useFieldProblems()(connect.error);
  const field = textFields(draft, setDraft, wrong);
  return (
    <Form onSend={() => connect.mutate(draft)}>
      <Stack gap="sm" maw={480}>
        <TextInput
          {...field('host')}
          label={t('response-time.mailbox-host')}
          description={t('response-time.mailbox-host-says')}
          required
          maxLength={253}
          autoCapitalize="none"
          spellCheck={false}
        />
        <Group grow align="flex-start">
          <NativeSelect
            label={t('response-time.mailbox-security')}
            value={draft.security}
            error={wrong['security']}
            data={[
              { value: 'tls', label: t('response-time.mailbox-tls') },
              { value: 'starttls', label: 'STARTTLS' },
            ]}
            onChange={(event) => {
              const security = event.currentTarget.value === 'starttls' ? 'starttls' : 'tls';
              setDraft({ ...draft, security, port: ports[security] });
            }}
          />
          <NumberInput
            label={t('response-time.mailbox-port')}
            required
            min={1}
            max={65_535}
            hideControls
            value={draft.port}
            error={wrong['port']}
            onChange={(port) => setDraft({ ...draft, port: typedNumber(port) ?? 0 })}
          />
        </Group>
        <TextInput
          {...field('userName')}
          label={t('response-time.mailbox-user')}
          required
          maxLength={320}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordInput
          {...field('password')}
          label={t('response-time.mailbox-password')}
          description={t('response-time.mailbox-password-says')}
          required
          maxLength={500}
          autoComplete="off"
        />
        <ProblemNotice problem={connect.error} />
        <Group>
          <Button type="submit" variant="light" loading={connect.isPending}>
            {t('response-time.mailbox-connect')}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
