import { Text } from '@mantine/core';
import { useFormat } from '../format/use-format';
import { useText } from '../texts/use-text';

/** By when something has to be done; what is over is said as such. */
export function Deadline({ at }: { readonly at: string }) {
  const t = useText();
  const format = useFormat();
  return (
    <Text span inherit>
      <time dateTime={at}>
        {t(at < new Date().toISOString() ? 'words.was-due' : 'words.by', { moment: format.deadline(at) })}
      </time>
    </Text>
  );
}
