import { Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

/** What something is, line by line, and how it stands, or what can be done about it, beside that. */
export function Beside({ aside, children }: { readonly aside: ReactNode; readonly children: ReactNode }) {
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <Stack gap={2} miw={0}>
        {children}
      </Stack>
      {aside}
    </Group>
  );
}
