import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';

export type AccessGrant = components['schemas']['AccessGrantDto'];

export const accessGrantsQuery = (engagementId: string) =>
  queryOptions({
    queryKey: ['access-grants', engagementId],
    queryFn: () =>
      client.body(client.api.GET('/v1/access-grants', { params: { query: { engagementId, limit: 200 } } })),
  });
