import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export function Waiting({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack component="section" gap="sm" align="flex-start">
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
