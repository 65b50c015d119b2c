import type { components } from '@ajudant/client';
import { Text } from '@mantine/core';
import { useText } from '../texts/use-text';

/** How a file was read, where whoever sent it should look twice. */
export function FileRemarks({ remarks }: { readonly remarks: readonly components['schemas']['FileRemarkDto'][] }) {
  const t = useText();
  return remarks.map(({ code }) => (
    <Text key={code} size="sm" role="note">
      {t(`files.${code}`)}
    </Text>
  ));
}
