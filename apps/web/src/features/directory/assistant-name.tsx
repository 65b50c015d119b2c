import type { components } from '@ajudant/client';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useOwnSession } from '../../session/session';
import { TextLink } from '../../parts/links';

type Known = Pick<components['schemas']['PublishedAssistantDto'], 'displayName' | 'timeZone'>;

/** An assistant as the agency's own books or the public directory have her; undefined until she is known. */
function useAssistant(id: string): Known | undefined {
  const own = useOwnSession().organisationKind === 'agency';
  const params = { path: { id } };
  return useQuery({
    queryKey: ['assistant-name', id, own],
    staleTime: 5 * 60_000,
    retry: false,
    queryFn: (): Promise<Known> =>
      own
        ? client.body(client.api.GET('/v1/assistants/{id}', { params }))
        : client.body(client.api.GET('/v1/assistants/published/{id}', { params })),
  }).data;
}

/** The zone that the other side of a booking or an agreement lives by: hers for a business, the agreed one for her agency. */
export function useOtherZone(assistantId: string, agreedZone: string): string {
  const { organisationKind } = useOwnSession();
  const assistant = useAssistant(assistantId);
  return organisationKind === 'business' ? (assistant?.timeZone ?? agreedZone) : agreedZone;
}

/** An assistant by name, which leads to her profile unless it is to be plain. */
export function AssistantName({ id, plain = false }: { readonly id: string; readonly plain?: boolean }) {
  const name = useAssistant(id)?.displayName;
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
