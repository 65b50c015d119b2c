import type { components } from '@ajudant/client';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useLanguage } from '../../texts/texts-provider';

export type Clearance = components['schemas']['ClearanceDto'];
export type Checklist = components['schemas']['ChecklistDto'];
export type Report = components['schemas']['AmendClearanceDto'];
export type Answer = components['schemas']['ChecklistAnswerDto'];

/** All clearances of an assistant, the latest first; there is about one a year. */
export const clearancesQuery = (assistantId: string) =>
  queryOptions({
    queryKey: ['clearances', assistantId],
    queryFn: async (): Promise<Clearance[]> => {
      const { items } = await client.body(
        client.api.GET('/v1/assistants/{id}/clearances', {
          params: { path: { id: assistantId }, query: { limit: 200 } },
        }),
      );
      return items.toReversed();
    },
  });

/** What is asked about a workplace of a jurisdiction, in the reader's language. */
export function useChecklist(jurisdiction: Checklist['jurisdiction']): Checklist {
  const { language } = useLanguage();
  const { data } = useSuspenseQuery({
    queryKey: ['clearance-checklists', language],
    staleTime: 60 * 60_000,
    queryFn: () => client.body(client.api.GET('/v1/clearance-checklists', { params: { query: { language } } })),
  });
  return data.items.find((checklist) => checklist.jurisdiction === jurisdiction)!;
}

/** What a decision about a workplace makes outdated. */
export const outdatedByClearance = [['clearances'], ['bookings']];
