import type { components } from '@ajudant/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client } from '../../api/client';
import { refreshSession } from '../../api/refresh-session';

export type Entry = components['schemas']['ShortlistEntryDto'];
export type NearMiss = components['schemas']['NearMissDto'];

/** The shortlist of a need, read again whenever a fresh one is there, without anybody reloading. */
export function useShortlist(needId: string) {
  const queries = useQueryClient();
  useEffect(() => {
    let stream: EventSource;
    let watching = true;
    const open = (): void => {
      stream = new EventSource(`/v1/needs/${needId}/stream`);
      stream.addEventListener('shortlist-prepared', () => {
        void queries.invalidateQueries({ queryKey: ['shortlist', needId] });
      });
      stream.addEventListener('error', () => {
        // What broke off is taken up again by the browser; what is closed was refused, as the access token was over.
        if (stream.readyState === EventSource.CLOSED) void openAgain();
      });
    };
    const openAgain = async (): Promise<void> => {
      if ((await refreshSession()) && watching) open();
    };
    open();
    return () => {
      watching = false;
      stream.close();
    };
  }, [needId, queries]);
  return useQuery({
    queryKey: ['shortlist', needId],
    queryFn: () => client.body(client.api.GET('/v1/needs/{id}/shortlist', { params: { path: { id: needId } } })),
  });
}
