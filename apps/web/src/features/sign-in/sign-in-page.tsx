import { Button, Divider, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Form } from '../../parts/form';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { useSignIn } from '../../session/session';
import { useText } from '../../texts/use-text';
import { DemoPeople } from './demo-people';
import { TextLink } from '../../parts/links';
import { typed } from '../../parts/typed';

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
  return (
    <Stack maw={420} mx="auto" gap="lg">
      <PageHead title={t('sign-in.title')} />
      <Form onSend={() => enter({ email, password })}>
        <Stack gap="md">
          <TextInput
            label={t('sign-in.email')}
            type="email"
            autoComplete="username"
            required
            {...typed(email, setEmail)}
          />
          <PasswordInput
            label={t('sign-in.password')}
            autoComplete="current-password"
            required
            {...typed(password, setPassword)}
          />
          <ProblemNotice problem={signIn.error} />
          <Button type="submit" loading={signIn.isPending}>
            {t('sign-in.submit')}
          </Button>
          <TextLink to="/forgotten-password" size="sm">
            {t('sign-in.forgotten')}
          </TextLink>
        </Stack>
      </Form>
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
