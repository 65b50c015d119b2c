import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import type { Assistant } from '../roster/roster-queries';

export type OpenNeed = components['schemas']['NeedForAgencyDto'];

/** A need, and those of the agency who might do it. */
export interface NeedAndRoster {
  readonly need: OpenNeed;
  readonly assistants: readonly Assistant[];
}

export const openNeedsQuery = pagesQuery(
  ['open-needs'],
  (after) =>
    client.body(client.api.GET('/v1/needs', { params: { query: after === undefined ? {} : { after } } })) as Promise<{
      items: OpenNeed[];
      next: string | null;
    }>,
);

export const openNeedQuery = (id: string) =>
  queryOptions({
    queryKey: ['open-needs', id],
    queryFn: () => client.body(client.api.GET('/v1/needs/{id}', { params: { path: { id } } })) as Promise<OpenNeed>,
  });
