import { TagsInput, TextInput } from '@mantine/core';
import { useFieldProblems } from '../../api/problem-text';
import { useText } from '../../texts/use-text';
import { offeredTypes, type Webhook } from './webhook-queries';

export type WebhookDraft = Pick<Webhook, 'url' | 'description' | 'types'>;

/** Where to, and what of; what the API says against one stands at it. */
export function WebhookFields({
  draft,
  problem,
  onChange,
}: {
  readonly draft: WebhookDraft;
  readonly problem: Error | null;
  readonly onChange: (draft: WebhookDraft) => void;
}) {
  const t = useText();
  const wrong = useFieldProblems()(problem);
  return (
    <>
      <TextInput
        label={t('connections.url')}
        type="url"
        required
        maxLength={2000}
        placeholder="https://"
        value={draft.url}
        error={wrong['url']}
        onChange={(event) => onChange({ ...draft, url: event.currentTarget.value })}
      />
      <TextInput
        label={t('connections.description')}
        maxLength={200}
        value={draft.description}
        error={wrong['description']}
        onChange={(event) => onChange({ ...draft, description: event.currentTarget.value })}
      />
      <TagsInput
        label={t('connections.types')}
        description={t('connections.types-say')}
        data={offeredTypes}
        value={draft.types}
        error={wrong['types']}
        onChange={(types) => onChange({ ...draft, types })}
      />
    </>
  );
}
