import { Text } from '@mantine/core';
import { useText } from '../texts/use-text';

/** That what was asked for last is done. */
export function Saved({ act }: { readonly act: { readonly isSuccess: boolean } }) {
  const t = useText();
  return (
    <Text size="sm" c="dimmed" role="status">
      {act.isSuccess ? t('words.saved') : ''}
    </Text>
  );
}
