import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';

const none = { currentPassword: '', newPassword: '' };

/** Another password for the present one. */
export function Password() {
  const t = useText();
  const fieldProblems = useFieldProblems();
  const [given, setGiven] = useState(none);
  const change = useAct((body: typeof none) => client.body(client.api.POST('/v1/account/password', { body })), {
    outdates: [['sessions']],
    onDone: () => setGiven(none),
  });
  const wrong = fieldProblems(change.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(given);
  };
  return (
    <Section title={t('account.password')}>
      <form onSubmit={submit}>
        <Stack gap="sm" maw={420}>
          <PasswordInput
            label={t('account.password-current')}
            required
            maxLength={200}
            autoComplete="current-password"
            value={given.currentPassword}
            error={wrong['currentPassword']}
            onChange={(event) => setGiven({ ...given, currentPassword: event.currentTarget.value })}
          />
          <PasswordInput
            label={t('account.password-new')}
            description={t('registration.password-says')}
            required
            maxLength={200}
            autoComplete="new-password"
            value={given.newPassword}
            error={wrong['newPassword']}
            onChange={(event) => setGiven({ ...given, newPassword: event.currentTarget.value })}
          />
          <ProblemNotice problem={change.error} />
          {change.isSuccess ? <Text role="status">{t('account.password-changed')}</Text> : null}
          <Button type="submit" variant="light" loading={change.isPending}>
            {t('account.password-change')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
