import { Button, Group, Stack, TagsInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { Saved } from '../../parts/saved';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { offeredTypes, outdatedWebhooks, type Webhook } from './webhook-queries';

/** Where to, and what of. */
export function WebhookDetails({ webhook, etag }: { readonly webhook: Webhook; readonly etag: string }) {
  const t = useText();
  const fieldProblems = useFieldProblems();
  const { id, url, description, types } = webhook;
  const [given, setGiven] = useState({ url, description, types });
  const save = useAct(
    (body: typeof given) =>
      client.body(
        client.api.PATCH('/v1/webhooks/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body }),
      ),
    { outdates: outdatedWebhooks },
  );
  const wrong = fieldProblems(save.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(given);
  };
  return (
    <Section title={t('connections.details')}>
      <form onSubmit={submit}>
        <Stack gap="sm" maw={480}>
          <TextInput
            label={t('connections.url')}
            type="url"
            required
            maxLength={2000}
            value={given.url}
            error={wrong['url']}
            onChange={(event) => setGiven({ ...given, url: event.currentTarget.value })}
          />
          <TextInput
            label={t('connections.description')}
            maxLength={200}
            value={given.description}
            error={wrong['description']}
            onChange={(event) => setGiven({ ...given, description: event.currentTarget.value })}
          />
          <TagsInput
            label={t('connections.types')}
            description={t('connections.types-say')}
            data={offeredTypes}
            value={given.types}
            error={wrong['types']}
            onChange={(chosen) => setGiven({ ...given, types: chosen })}
          />
          <ProblemNotice problem={save.error} />
          <Group>
            <Button type="submit" variant="light" loading={save.isPending}>
              {t('connections.save')}
            </Button>
            <Saved act={save} />
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
