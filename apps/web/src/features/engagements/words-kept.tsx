import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';

/** Of an engagement that is over: until when what was written is kept, and by which law; nothing while that isn't worked out yet. */
export function WordsKept({ engagementId }: { readonly engagementId: string }) {
  const t = useText();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['engagements', engagementId, 'words-kept'],
    queryFn: async () =>
      (await client.body(
        client.api.GET('/v1/engagements/{id}/words-retention', { params: { path: { id: engagementId } } }),
      )) ?? null,
  });
  if (!data) return null;
  const { goesOn, source, removedAt } = data;
  return (
    <Text size="sm" c="dimmed">
      {removedAt === null
        ? t('engagements.words-kept', { day: format.day(goesOn), source })
        : t('engagements.words-gone', { day: format.dayOf(removedAt) })}
    </Text>
  );
}
