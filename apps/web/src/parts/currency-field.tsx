import { TextInput } from '@mantine/core';
import { useText } from '../texts/use-text';
import { typed } from './typed';

/** A currency by its code. */
export function CurrencyField({
  value,
  onTyped,
}: {
  readonly value: string;
  readonly onTyped: (code: string) => void;
}) {
  const t = useText();
  return (
    <TextInput
      label={t('money.currency')}
      w={110}
      maxLength={3}
      {...typed(value, (code) => onTyped(code.toUpperCase()))}
    />
  );
}
