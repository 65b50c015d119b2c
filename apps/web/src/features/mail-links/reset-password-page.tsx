import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { Form } from '../../parts/form';
import { ButtonLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { NewPassword } from '../../parts/password-fields';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';
import { codeOfMail } from './code-of-mail';

/** Where the mail leads that lets somebody set a password anew. */
export function ResetPasswordPage() {
  const t = useText();
  const fieldProblems = useFieldProblems();
  const [code] = useState(codeOfMail);
  const [password, setPassword] = useState('');
  const reset = useAct((given: { password: string }) =>
    client.body(client.api.POST('/v1/auth/password-resets/completions', { body: { code, ...given } })),
  );
  if (reset.isSuccess) {
    return (
      <Stack maw={420} mx="auto" gap="md">
        <PageHead title={t('mail-links.reset')} />
        <Text role="status">{t('mail-links.reset-done')}</Text>
        <ButtonLink to="/sign-in">{t('sign-in.submit')}</ButtonLink>
      </Stack>
    );
  }
  return (
    <Form onSend={() => reset.mutate({ password })}>
      <Stack maw={420} mx="auto" gap="md">
        <PageHead title={t('mail-links.reset')} says={t('mail-links.reset-says')} />
        <NewPassword error={fieldProblems(reset.error)['password']} {...typed(password, setPassword)} />
        <ProblemNotice problem={reset.error} />
        <Button type="submit" loading={reset.isPending}>
          {t('mail-links.reset-submit')}
        </Button>
      </Stack>
    </Form>
  );
}
