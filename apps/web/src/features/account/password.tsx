import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { Form } from '../../parts/form';
import { CurrentPassword, NewPassword } from '../../parts/password-fields';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { textFields } from '../../parts/text-fields';
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
  const field = textFields(given, setGiven, fieldProblems(change.error));
  return (
    <Section title={t('account.password')}>
      <Form onSend={() => change.mutate(given)}>
        <Stack gap="sm" maw={420}>
          <CurrentPassword {...field('currentPassword')} />
          <NewPassword {...field('newPassword')} />
          <ProblemNotice problem={change.error} />
          {change.isSuccess ? <Text role="status">{t('account.password-changed')}</Text> : null}
          <Button type="submit" variant="light" loading={change.isPending}>
            {t('account.password-change')}
          </Button>
        </Stack>
      </Form>
    </Section>
  );
}
