import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useText } from '../texts/use-text';

/** The password that somebody has, which is asked for again before what can't be taken back. */
export function CurrentPassword(field: PasswordInputProps) {
  const t = useText();
  return (
    <PasswordInput
      label={t('account.password-current')}
      required
      maxLength={200}
      autoComplete="current-password"
      {...field}
    />
  );
}

/** One that somebody chooses, with what it has to be like. */
export function NewPassword(field: PasswordInputProps) {
  const t = useText();
  return (
    <PasswordInput
      label={t('account.password-new')}
      description={t('registration.password-says')}
      required
      maxLength={200}
      autoComplete="new-password"
      {...field}
    />
  );
}
