import { Group, Stack, Text } from '@mantine/core';

/** What there is to know, each with its name. */
export function FactList({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <Stack gap={4}>
      {facts.map(([name, value]) => (
        <Group key={name} gap="sm">
          <Text size="sm" c="dimmed" w={200}>
            {name}
          </Text>
          <Text size="sm">{value}</Text>
        </Group>
      ))}
    </Stack>
  );
}
