import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';

export type Run = components['schemas']['DutyRunDto'];
export type Engagement = components['schemas']['EngagementDto'];

export async function readEngagements(): Promise<readonly Engagement[]> {
  const { items } = await client.body(client.api.GET('/v1/engagements', { params: { query: { limit: 200 } } }));
  return items;
}

export const engagementsQuery = queryOptions({ queryKey: ['engagements'], queryFn: readEngagements });

/** Work in those states over all of the engagements, in the order in which it is due. */
export async function readRuns(
  engagements: readonly Engagement[],
  statuses: readonly Run['status'][],
): Promise<readonly Run[]> {
  const pages = await Promise.all(
    engagements.flatMap(({ id }) =>
      statuses.map((status) =>
        client.body(
          client.api.GET('/v1/engagements/{id}/duty-runs', {
            params: { path: { id }, query: { status, limit: 50 } },
          }),
        ),
      ),
    ),
  );
  return pages.flatMap(({ items }) => items).sort((one, other) => one.dueAt.localeCompare(other.dueAt));
}

export const runsQuery = (engagements: readonly Engagement[], statuses: readonly Run['status'][]) =>
  queryOptions({
    queryKey: ['runs', statuses, engagements.map(({ id }) => id)],
    queryFn: () => readRuns(engagements, statuses),
  });
