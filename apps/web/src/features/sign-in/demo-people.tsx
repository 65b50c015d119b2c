import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useText } from '../../texts/use-text';

/** On a service with demo data: its people, a click each. */
export function DemoPeople({ onChoose }: { readonly onChoose: (login: { email: string; password: string }) => void }) {
  const t = useText();
  const { data } = useQuery({
    queryKey: ['demo-people'],
    staleTime: Infinity,
    queryFn: () => client.body(client.api.GET('/v1/demo-people')),
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('sign-in.demo')}
      </Text>
      {data.items.map(({ email, password, role, name }) => (
        <Button key={email} data-testid={`demo-${role}`} variant="light" onClick={() => onChoose({ email, password })}>
          {t(`sign-in.demo-${role}`, { name })}
        </Button>
      ))}
    </Stack>
  );
}
