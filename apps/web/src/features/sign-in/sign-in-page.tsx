import { Button, Divider, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { useSignIn } from '../../session/session';
import { useText } from '../../texts/use-text';
import { DemoPeople } from './demo-people';
import { TextLink } from '../../parts/links';

/** Who one is; then on to where one wanted to go. */
export function SignInPage() {
  const t = useText();
  const navigate = useNavigate();
  const { to = '/home' } = useSearch({ strict: false });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const enter = (given: { email: string; password: string }): void =>
    signIn.mutate(given, { onSuccess: () => void navigate({ href: to }) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    enter({ email, password });
  };
  return (
    <Stack maw={420} mx="auto" gap="lg">
      <PageHead title={t('sign-in.title')} />
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={t('sign-in.email')}
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('sign-in.password')}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <ProblemNotice problem={signIn.error} />
          <Button type="submit" loading={signIn.isPending}>
            {t('sign-in.submit')}
          </Button>
          <TextLink to="/forgotten-password" size="sm">
            {t('sign-in.forgotten')}
          </TextLink>
        </Stack>
      </form>
      <DemoPeople onChoose={enter} />
      <Divider />
      <Text size="sm">{t('sign-in.no-account')}</Text>
      <Group gap="lg">
        <TextLink to="/register/business">{t('sign-in.register-business')}</TextLink>
        <TextLink to="/register/agency">{t('sign-in.register-agency')}</TextLink>
      </Group>
    </Stack>
  );
}
