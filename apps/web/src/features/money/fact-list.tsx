import { Group, Stack, Text } from '@mantine/core';

/** What there is to know, each with its name. */
export function FactList({
  facts,
  nameWidth = 200,
}: {
  readonly facts: readonly (readonly [string, string])[];
  readonly nameWidth?: number;
}) {
  return (
    <Stack gap={4}>
      {facts.map(([name, value]) => (
        <Group key={name} gap="sm">
          <Text size="sm" c="dimmed" w={nameWidth}>
            {name}
          </Text>
          <Text size="sm">{value}</Text>
        </Group>
      ))}
    </Stack>
  );
}
