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

const mostPages = 5;

async function readRunsOf(status: Run['status']): Promise<readonly Run[]> {
  const runs: Run[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = { status, limit: 200, ...(after === undefined ? {} : { after }) };
    const { items, next } = await client.body(client.api.GET('/v1/duty-runs', { params: { query } }));
    runs.push(...items);
    if (next === null) break;
    after = next;
  }
  return runs;
}

/** Work in those states over the engagements, in the order in which it is due. */
export async function readRuns(
  engagements: readonly Engagement[],
  statuses: readonly Run['status'][],
): Promise<readonly Run[]> {
  const ids = new Set(engagements.map(({ id }) => id));
  const lists = await Promise.all(statuses.map(readRunsOf));
  return lists
    .flat()
    .filter(({ engagementId }) => ids.has(engagementId))
    .sort((one, other) => one.dueAt.localeCompare(other.dueAt));
}

export const runsQuery = (engagements: readonly Engagement[], statuses: readonly Run['status'][]) =>
  queryOptions({
    queryKey: ['runs', statuses, engagements.map(({ id }) => id)],
    queryFn: () => readRuns(engagements, statuses),
  });
