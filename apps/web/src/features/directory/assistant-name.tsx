import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useOwnSession } from '../../session/session';
import { TextLink } from '../../parts/links';

/** The name of an assistant, as the agency's own books or the public directory have it; undefined until it is known. */
function useAssistantName(id: string): string | undefined {
  const own = useOwnSession().organisationKind === 'agency';
  const params = { path: { id } };
  return useQuery({
    queryKey: ['assistant-name', id, own],
    staleTime: 5 * 60_000,
    retry: false,
    queryFn: async (): Promise<string> => {
      const { displayName } = own
        ? await client.body(client.api.GET('/v1/assistants/{id}', { params }))
        : await client.body(client.api.GET('/v1/assistants/published/{id}', { params }));
      return displayName;
    },
  }).data;
}

/** An assistant by name, which leads to her profile unless it is to be plain. */
export function AssistantName({ id, plain = false }: { readonly id: string; readonly plain?: boolean }) {
  const name = useAssistantName(id);
  if (name === undefined || plain) {
    return (
      <Text span inherit>
        {name ?? '…'}
      </Text>
    );
  }
  return (
    <TextLink fw={600} to="/assistants/$assistantId" params={{ assistantId: id }}>
      {name}
    </TextLink>
  );
}
