import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';

export type Plan = components['schemas']['AssignmentPlanDto'];

/** A plan, asked for again until the matcher has worked it out. */
export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['assignment-plan', id],
    queryFn: (): Promise<Plan> =>
      client.body(
        client.api.GET('/v1/admin/assignment-plans/{id}', {
          params: { path: { id }, header: { Prefer: 'wait=5' } },
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.status === 'prepared' ? false : 1_000),
  });
