import type { components } from '@ajudant/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client } from '../../api/client';
import { followStream } from '../../api/follow-stream';

export type Entry = components['schemas']['ShortlistEntryDto'];
export type NearMiss = components['schemas']['NearMissDto'];

/** Where the stream can't be heard, what is being prepared is looked for so often. */
const lookEveryMs = 3_000;

/** The shortlist of a need, read again whenever a fresh one is there, without anybody reloading. */
export function useShortlist(needId: string) {
  const queries = useQueryClient();
  useEffect(
    () =>
      followStream(`/v1/needs/${needId}/stream`, 'shortlist-prepared', () => {
        void queries.invalidateQueries({ queryKey: ['shortlist', needId] });
      }),
    [needId, queries],
  );
  return useQuery({
    queryKey: ['shortlist', needId],
    queryFn: () => client.body(client.api.GET('/v1/needs/{id}/shortlist', { params: { path: { id: needId } } })),
    refetchInterval: ({ state }) => (state.data?.status === 'preparing' ? lookEveryMs : false),
  });
}
