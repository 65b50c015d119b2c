import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useOwnSession } from '../../session/session';
import { TextLink } from '../../parts/links';

/** An assistant by name, as the agency's own books or the public directory have it. */
export function AssistantName({ id }: { readonly id: string }) {
  const { organisationKind } = useOwnSession();
  const own = organisationKind === 'agency';
  const params = { path: { id } };
  const { data: name } = useQuery({
    queryKey: ['assistant-name', id, own],
    staleTime: 5 * 60_000,
    retry: false,
    queryFn: async (): Promise<string> => {
      const { displayName } = own
        ? await client.body(client.api.GET('/v1/assistants/{id}', { params }))
        : await client.body(client.api.GET('/v1/assistants/published/{id}', { params }));
      return displayName;
    },
  });
  if (name === undefined) return <Text span>…</Text>;
  return (
    <TextLink fw={600} to="/assistants/$assistantId" params={{ assistantId: id }}>
      {name}
    </TextLink>
  );
}
