import { Button, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { Form } from '../../parts/form';
import { PageHead } from '../../parts/page-head';
import { NewPassword } from '../../parts/password-fields';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { useSignIn } from '../../session/session';
import { useText } from '../../texts/use-text';
import { codeOfMail } from '../mail-links/code-of-mail';

/** Joins the organisation that invited. */
export function InvitationPage() {
  const t = useText();
  const navigate = useNavigate();
  const signIn = useSignIn();
  const fieldProblems = useFieldProblems();
  const [token] = useState(codeOfMail);
  const [displayName, setDisplayName] = useState('');
  const [password, setPassword] = useState('');
  const accept = useAct(
    async (given: { displayName: string; password: string }, key) => {
      const member = await client.body(
        client.api.POST('/v1/invitations/acceptances', {
          params: { header: { 'Idempotency-Key': key } },
          body: { token, ...given },
        }),
      );
      await signIn.mutateAsync({ email: member.email, password: given.password });
    },
    { onDone: () => navigate({ to: '/home' }) },
  );
  const wrong = fieldProblems(accept.error);
  return (
    <Form onSend={() => accept.mutate({ displayName, password })}>
      <Stack maw={420} mx="auto" gap="md">
        <PageHead title={t('team.welcome')} says={t('team.welcome-says')} />
        <TextInput
          label={t('registration.your-name')}
          required
          maxLength={120}
          autoComplete="name"
          error={wrong['displayName']}
          {...typed(displayName, setDisplayName)}
        />
        <NewPassword label={t('sign-in.password')} error={wrong['password']} {...typed(password, setPassword)} />
        <ProblemNotice problem={accept.error} />
        <Button type="submit" loading={accept.isPending}>
          {t('team.join')}
        </Button>
      </Stack>
    </Form>
  );
}
