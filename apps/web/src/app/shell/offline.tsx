import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useText } from '../../texts/use-text';

export function Offline() {
  const t = useText();
  const { online } = useNetwork();
  return online ? null : (
    <Alert color="amber" mb="lg" role="status">
      {t('shell.offline')}
    </Alert>
  );
}
