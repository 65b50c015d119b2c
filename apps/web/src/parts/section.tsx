import { Box, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of a view under a heading of its own; what belongs to all of it stands beside the heading. */
export function Section({
  title,
  says,
  aside,
  children,
}: {
  readonly title: string;
  /** What it is for, where the heading doesn't tell. */
  readonly says?: string;
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
      {says === undefined ? null : (
        <Text size="sm" c="dimmed" maw={720}>
          {says}
        </Text>
      )}
      <Box>{children}</Box>
    </Stack>
  );
}
