import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../../texts/use-text';
import { suggestionRecordQuery } from './suggestion-queries';

/** How often what an agency suggested did what was expected; nothing where nothing was measured. */
export function SuggestionsThatWorked({
  measured,
  reached,
  improved,
}: {
  readonly measured: number;
  readonly reached: number;
  readonly improved: number;
}) {
  const t = useText();
  return measured === 0 ? null : <Text size="sm">{t('suggestions.record', { measured, reached, improved })}</Text>;
}

/** The same of an agency as it stands now. */
export function AgencySuggestions({ agencyId }: { readonly agencyId: string }) {
  const { data: record } = useQuery(suggestionRecordQuery(agencyId));
  return record === undefined ? null : <SuggestionsThatWorked {...record} />;
}
