import { Button, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { Form } from '../../parts/form';
import { CurrentPassword } from '../../parts/password-fields';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { typed } from '../../parts/typed';
import { useOwnSession, useSignOut } from '../../session/session';
import { useText } from '../../texts/use-text';

/** Out of the organisation in hand, or altogether. */
export function Leaving() {
  const t = useText();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { organisationName } = useOwnSession();
  const [isSure, setSure] = useState(false);
  const [password, setPassword] = useState('');
  const goOut = (): void => signOut.mutate(undefined, { onSettled: () => void navigate({ to: '/' }) });
  const leave = useAct(() => client.body(client.api.DELETE('/v1/account/membership')), { onDone: goOut });
  const remove = useAct(
    (given: { password: string }) => client.body(client.api.POST('/v1/account/deletion', { body: given })),
    { onDone: goOut },
  );
  return (
    <Section title={t('account.leaving')}>
      <Stack gap="md" align="flex-start">
        <Text size="sm">{t('account.leave-says', { name: organisationName ?? 'Ajudant' })}</Text>
        <ProblemNotice problem={leave.error ?? remove.error} />
        <Button
          variant="light"
          color="red"
          loading={leave.isPending}
          onClick={() => (isSure ? leave.mutate() : setSure(true))}
        >
          {isSure ? t('account.leave-sure') : t('account.leave')}
        </Button>
        <Form onSend={() => remove.mutate({ password })}>
          <Stack gap="sm" align="flex-start">
            <Text size="sm">{t('account.delete-says')}</Text>
            <CurrentPassword w={320} {...typed(password, setPassword)} />
            <Button type="submit" variant="light" color="red" loading={remove.isPending}>
              {t('account.delete')}
            </Button>
          </Stack>
        </Form>
      </Stack>
    </Section>
  );
}
