import { Alert, Code, CopyButton, Group, Stack, Text, Button } from '@mantine/core';
import { useText } from '../../texts/use-text';

/** What nobody is shown a second time. */
export function ShownOnce({ says, secret }: { readonly says: string; readonly secret: string }) {
  const t = useText();
  return (
    <Alert variant="light" role="status">
      <Stack gap="xs">
        <Text size="sm">{says}</Text>
        <Group>
          <Code>{secret}</Code>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {t(copied ? 'connections.copied' : 'connections.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Alert>
  );
}
