import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type Need = components['schemas']['NeedDto'];
export type NeedChanges = components['schemas']['UpdateNeedDto'];

export const needsQuery = pagesQuery(
  ['needs'],
  (after) =>
    client.body(client.api.GET('/v1/needs', { params: { query: after === undefined ? {} : { after } } })) as Promise<{
      items: Need[];
      next: string | null;
    }>,
);

/** A need with the version that a change of it names. */
export const needQuery = (id: string) =>
  queryOptions({
    queryKey: ['needs', id],
    queryFn: async () => {
      const { body, etag } = await client.answer(client.api.GET('/v1/needs/{id}', { params: { path: { id } } }));
      return { need: body as Need, etag: etag! };
    },
  });
