import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';

export type Review = components['schemas']['ReviewDto'];

export const reviewsQuery = (engagementId: string) =>
  queryOptions({
    queryKey: ['reviews', engagementId],
    queryFn: async (): Promise<readonly Review[]> => {
      const { items } = await client.body(client.api.GET('/v1/reviews', { params: { query: { engagementId } } }));
      return items;
    },
  });
