import { Alert, Button, Card, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { Beside } from '../../parts/beside';
import { Form } from '../../parts/form';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { textFields } from '../../parts/text-fields';
import { UndoButton } from '../../parts/undo-button';
import { useText } from '../../texts/use-text';

const keysQuery = pagesQuery(['api-keys'], (after) =>
  client.body(client.api.GET('/v1/api-keys', { params: { query: after === undefined ? {} : { after } } })),
);
const outdates = [['api-keys']];
const offered = ['bookings:read', 'bookings:write', 'needs:read', 'needs:write', 'invoices:read', 'events:read'];
const none = { name: '', scopes: [] as string[] };

/** For programs that act for the organisation. */
export function ApiKeys() {
  const t = useText();
  const format = useFormat();
  const fieldProblems = useFieldProblems();
  const [given, setGiven] = useState(none);
  const keys = useInfiniteQuery(keysQuery);
  const shown = keys.data?.pages.flatMap(({ items }) => items) ?? [];
  const make = useAct(
    (body: typeof none, key) =>
      client.body(client.api.POST('/v1/api-keys', { params: { header: { 'Idempotency-Key': key } }, body })),
    { outdates, onDone: () => setGiven(none) },
  );
  const end = useAct(
    (id: string) => client.body(client.api.DELETE('/v1/api-keys/{id}', { params: { path: { id } } })),
    { outdates },
  );
  const wrong = fieldProblems(make.error);
  const field = textFields(given, setGiven, wrong);
  return (
    <Section title={t('account.keys')} says={t('account.keys-says')}>
      <Stack gap="sm">
        {keys.isSuccess && shown.length === 0 ? <Text>{t('account.keys-none')}</Text> : null}
        {shown.map(({ id, name, scopes, createdAt }) => (
          <Card key={id} withBorder padding="sm">
            <Beside
              aside={
                <UndoButton
                  size="compact-sm"
                  variant="subtle"
                  says={t('account.key-end')}
                  act={() => end.mutateAsync(id)}
                />
              }
            >
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="dimmed">
                {scopes.join(', ')} · {format.moment(createdAt)}
              </Text>
            </Beside>
          </Card>
        ))}
        <ProblemNotice problem={keys.error ?? end.error ?? make.error} />
        {make.data === undefined ? null : (
          <Alert variant="light" role="status">
            {t('account.key-made', { key: make.data.key })}
          </Alert>
        )}
        <Form onSend={() => make.mutate(given)}>
          <Stack gap="sm" maw={420}>
            <TextInput {...field('name')} label={t('account.key-name')} required maxLength={80} />
            <TagsInput
              label={t('account.key-scopes')}
              data={offered}
              value={given.scopes}
              error={wrong['scopes']}
              onChange={(scopes) => setGiven({ ...given, scopes })}
            />
            <Button type="submit" variant="light" disabled={given.scopes.length === 0} loading={make.isPending}>
              {t('account.key-make')}
            </Button>
          </Stack>
        </Form>
      </Stack>
    </Section>
  );
}
