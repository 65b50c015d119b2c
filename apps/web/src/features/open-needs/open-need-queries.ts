import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type OpenNeed = components['schemas']['NeedForAgencyDto'];

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
