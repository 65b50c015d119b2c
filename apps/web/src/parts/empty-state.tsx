import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Nothing here yet, and what to do first. */
export function EmptyState({ says, action }: { readonly says: string; readonly action?: ReactNode }) {
  return (
    <Stack align="flex-start" gap="md" py="xl">
      <Text c="dimmed" maw={560}>
        {says}
      </Text>
      {action}
    </Stack>
  );
}
