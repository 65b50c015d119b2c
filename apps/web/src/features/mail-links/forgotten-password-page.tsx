import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { Form } from '../../parts/form';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';

/** Asks for a mail by which a password can be set anew. */
export function ForgottenPasswordPage() {
  const t = useText();
  const fieldProblems = useFieldProblems();
  const [email, setEmail] = useState('');
  const ask = useAct((given: { email: string }) =>
    client.body(client.api.POST('/v1/auth/password-resets', { body: given })),
  );
  return (
    <Form onSend={() => ask.mutate({ email })}>
      <Stack maw={420} mx="auto" gap="md">
        <PageHead title={t('mail-links.forgotten')} says={t('mail-links.forgotten-says')} />
        <TextInput
          label={t('sign-in.email')}
          type="email"
          autoComplete="username"
          required
          error={fieldProblems(ask.error)['email']}
          {...typed(email, setEmail)}
        />
        <ProblemNotice problem={ask.error} />
        {ask.isSuccess ? <Text role="status">{t('mail-links.forgotten-sent')}</Text> : null}
        <Button type="submit" loading={ask.isPending}>
          {t('mail-links.forgotten-submit')}
        </Button>
      </Stack>
    </Form>
  );
}
