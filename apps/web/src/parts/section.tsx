import { Box, Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of a view under a heading of its own; what belongs to all of it stands beside the heading. */
export function Section({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Stack component="section" gap="md">
      <Group justify="space-between" align="baseline">
        <Title order={2} size="h4">
          {title}
        </Title>
        {aside}
      </Group>
      <Box>{children}</Box>
    </Stack>
  );
}
