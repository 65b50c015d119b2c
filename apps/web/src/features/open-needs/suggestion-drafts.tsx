import { Button, Card, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useText } from '../../texts/use-text';
import type { Suggestion } from '../suggestions/suggestion-queries';

const most = 20;
const said = ['title', 'baseline', 'expectedEffect', 'measure', 'effort'] as const;
/** A suggestion as it is written; its name within the proposal is given when it is sent. */
export type SuggestionDraft = Readonly<Record<(typeof said)[number], string>>;
const nothing: SuggestionDraft = { title: '', baseline: '', expectedEffect: '', measure: '', effort: '' };

/** What it takes is left out where nothing is written there. */
export const suggestionsOf = (drafts: readonly SuggestionDraft[]): Suggestion[] =>
  drafts.map(({ effort, ...words }, place) => ({
    suggestionId: `suggestion-${place + 1}`,
    ...words,
    ...(effort.trim() === '' ? {} : { effort }),
  }));

export const areWhole = (drafts: readonly SuggestionDraft[]): boolean =>
  drafts.every((draft) => said.every((part) => part === 'effort' || draft[part].trim() !== ''));

/** What the agency would streamline, each with how it is, how it will be, and how that will be seen. */
export function SuggestionDrafts({
  drafts,
  onChange,
}: {
  readonly drafts: readonly SuggestionDraft[];
  readonly onChange: (drafts: readonly SuggestionDraft[]) => void;
}) {
  const t = useText();
  const change = (place: number, part: Partial<SuggestionDraft>): void =>
    onChange(drafts.map((draft, at) => (at === place ? { ...draft, ...part } : draft)));
  return (
    <Stack gap="sm">
      {drafts.map((draft, place) => (
        <Card key={place} withBorder padding="md" role="group" aria-label={t('suggestions.title')}>
          <Stack gap="sm">
            {said.map((part) => {
              const Field = part === 'title' ? TextInput : Textarea;
              return (
                <Field
                  key={part}
                  label={t(part === 'title' ? 'suggestions.answer' : `suggestions.${part}`)}
                  maxLength={part === 'title' ? 200 : 500}
                  value={draft[part]}
                  onChange={(event: { readonly currentTarget: { readonly value: string } }) =>
                    change(place, { [part]: event.currentTarget.value })
                  }
                />
              );
            })}
            <Group>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => onChange(drafts.filter((_, at) => at !== place))}
              >
                {t('open-needs.suggest-less')}
              </Button>
            </Group>
          </Stack>
        </Card>
      ))}
      {drafts.length < most ? (
        <Group>
          <Button size="compact-sm" variant="light" onClick={() => onChange([...drafts, nothing])}>
            {t('open-needs.suggest')}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}
