import type { components } from '@ajudant/client';
import { Button, Card, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { Form } from '../../parts/form';
import { CurrentPassword } from '../../parts/password-fields';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';

type Erasure = components['schemas']['ErasureDto'];
const outdates = [['erasures', 'own']];

/** Asks to be erased, where one can't delete oneself at once; and what became of it. */
export function ErasureRequest() {
  const t = useText();
  const [password, setPassword] = useState('');
  const { data, error } = useQuery({
    queryKey: ['erasures', 'own'],
    queryFn: () => client.body(client.api.GET('/v1/account/erasures')),
  });
  const ask = useAct(
    (given: { password: string }) => client.body(client.api.POST('/v1/account/erasures', { body: given })),
    { outdates, onDone: () => setPassword('') },
  );
  const known = data?.items ?? [];
  return (
    <Section title={t('account.erasure')} says={t('account.erasure-says')}>
      <Stack gap="sm" align="flex-start">
        <ProblemNotice problem={error ?? ask.error} />
        {known.map((each) => (
          <Asked key={each.id} erasure={each} />
        ))}
        {known.some(({ status }) => status === 'asked') ? null : (
          <Form onSend={() => ask.mutate({ password })}>
            <Stack gap="sm" align="flex-start">
              <CurrentPassword label={t('account.erasure-password')} w={320} {...typed(password, setPassword)} />
              <Button type="submit" variant="light" loading={ask.isPending}>
                {t('account.erasure-ask')}
              </Button>
            </Stack>
          </Form>
        )}
      </Stack>
    </Section>
  );
}

function Asked({ erasure }: { readonly erasure: Erasure }) {
  const t = useText();
  const format = useFormat();
  const { id, version, status, dueAt, hindrances, refusal } = erasure;
  const withdraw = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/account/erasures/{id}/withdrawal', {
          params: stepOf({ id, version }, key),
        }),
      ),
    { outdates },
  );
  return (
    <Card withBorder padding="sm" w="100%">
      <Stack gap="xs" align="flex-start">
        <Text>{t(`account.erasure-${status}`, { day: format.dayOf(dueAt) })}</Text>
        {hindrances.length === 0 ? null : (
          <List size="sm">
            {hindrances.map((each) => (
              <List.Item key={each}>{t(`account.hindrance-${each}`)}</List.Item>
            ))}
          </List>
        )}
        {refusal === null ? null : <Text size="sm">{refusal}</Text>}
        <ProblemNotice problem={withdraw.error} />
        {status === 'asked' ? (
          <Button size="compact-sm" variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('account.erasure-withdraw')}
          </Button>
        ) : null}
      </Stack>
    </Card>
  );
}
