import { Skeleton, Stack } from '@mantine/core';
import { useText } from '../texts/use-text';

/** While a view is fetched: about what will be there. */
export function Pending() {
  const t = useText();
  return (
    <Stack role="status" aria-busy aria-label={t('words.loading')} maw={820}>
      <Skeleton h={32} w={260} mb="xl" />
      <Skeleton h={96} />
      <Skeleton h={96} />
    </Stack>
  );
}
