import { Button, Group, Stack } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile';
import { Form } from '../../parts/form';
import { ProblemNotice } from '../../parts/problem-notice';
import { Saved } from '../../parts/saved';
import { Section } from '../../parts/section';
import { useMergedDraft } from '../../parts/use-merged-draft';
import { useText } from '../../texts/use-text';
import { type WebhookDraft, WebhookFields } from './webhook-fields';
import { outdatedWebhooks, type Webhook } from './webhook-queries';

const draftOf = ({ url, description, types }: Webhook): WebhookDraft => ({ url, description, types });

/** Where to, and what of. */
export function WebhookDetails({ webhook, etag }: { readonly webhook: Webhook; readonly etag: string }) {
  const t = useText();
  const save = useAct(
    (body: WebhookDraft) =>
      client.body(
        client.api.PATCH('/v1/webhooks/{id}', {
          params: { path: { id: webhook.id }, header: { 'If-Match': etag } },
          body,
        }),
      ),
    { outdates: outdatedWebhooks, onDone: (saved): void => settle(draftOf(saved)) },
  );
  const { draft, setDraft, meanwhile, settle } = useMergedDraft(
    draftOf(webhook),
    save.isPending,
    (name, before, now) => ({
      what: t(`connections.${name}`),
      before: String(before),
      now: String(now),
    }),
  );
  return (
    <Section title={t('connections.details')}>
      <Form onSend={() => save.mutate(draft)}>
        <Stack gap="sm" maw={480}>
          <WebhookFields draft={draft} problem={save.error} onChange={setDraft} />
          <ProblemNotice problem={save.error} />
          <ChangedMeanwhile fields={meanwhile} />
          <Group>
            <Button type="submit" variant="light" loading={save.isPending}>
              {t('connections.save')}
            </Button>
            <Saved act={save} />
          </Group>
        </Stack>
      </Form>
    </Section>
  );
}
