import { Button, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
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

const matters = ['engagement', 'agreement', 'booking', 'work', 'money'] as const;

/** An owner closes the organisation, or reads what has to come to its end before. */
export function Closing() {
  const t = useText();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { organisationName } = useOwnSession();
  const [password, setPassword] = useState('');
  const { data: open } = useQuery({
    queryKey: ['open-matters'],
    queryFn: () => client.body(client.api.GET('/v1/organisation/open-matters')),
  });
  const close = useAct(
    (given: { password: string }) => client.body(client.api.POST('/v1/organisation/closure', { body: given })),
    { onDone: () => signOut.mutate(undefined, { onSettled: () => void navigate({ to: '/' }) }) },
  );
  const inTheWay = open === undefined ? [] : matters.filter((matter) => open[matter] > 0);
  return (
    <Section title={t('account.closing')}>
      <Form onSend={() => close.mutate({ password })}>
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{t('account.closing-says', { name: organisationName ?? 'Ajudant' })}</Text>
          {open !== undefined && inTheWay.length > 0 && (
            <>
              <Text size="sm">{t('account.closing-open')}</Text>
              <List size="sm">
                {inTheWay.map((matter) => (
                  <List.Item key={matter}>{t(`account.open-${matter}`, { n: open[matter] })}</List.Item>
                ))}
              </List>
            </>
          )}
          {open !== undefined && inTheWay.length === 0 && (
            <>
              <ProblemNotice problem={close.error} />
              <CurrentPassword w={320} {...typed(password, setPassword)} />
              <Button type="submit" variant="light" color="red" loading={close.isPending}>
                {t('account.close')}
              </Button>
            </>
          )}
        </Stack>
      </Form>
    </Section>
  );
}
