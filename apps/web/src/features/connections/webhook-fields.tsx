import { TagsInput, TextInput } from '@mantine/core';
import { useFieldProblems } from '../../api/problem-text';
import type { FieldsOf } from '../../parts/fields-of';
import { textFields } from '../../parts/text-fields';
import { useText } from '../../texts/use-text';
import { offeredTypes, type Webhook } from './webhook-queries';

export type WebhookDraft = Pick<Webhook, 'url' | 'description' | 'types'>;

/** Where to, and what of; what the API says against one stands at it. */
export function WebhookFields({ draft, problem, onChange }: FieldsOf<WebhookDraft>) {
  const t = useText();
  const wrong = useFieldProblems()(problem);
  const field = textFields(draft, onChange, wrong);
  return (
    <>
      <TextInput
        {...field('url')}
        label={t('connections.url')}
        type="url"
        required
        maxLength={2000}
        placeholder="https://"
      />
      <TextInput {...field('description')} label={t('connections.description')} maxLength={200} />
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
