import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { daysLater } from '../../format/days';
import { readersZone } from '../../format/use-format';
import { type Engagement, readEngagements } from '../work/work-queries';

export type TimeEntry = components['schemas']['TimeEntryDto'];
export type HoursOfLine = components['schemas']['HoursOfLineDto'];

/** A line by the hour, and the engagement that it is of. */
export interface EngagedLine extends HoursOfLine {
  readonly engagement: Engagement;
  readonly timeZone: string;
}

/** Entries of a week, on the reader's own clock, the latest first. */
export const entriesQuery = (monday: string) =>
  queryOptions({
    queryKey: ['time', 'entries', monday],
    queryFn: async (): Promise<readonly TimeEntry[]> => {
      const query = { from: monday, to: daysLater(monday, 6), timeZone: readersZone, sort: '-started', limit: 200 };
      const { items } = await client.body(client.api.GET('/v1/time-entries', { params: { query } as never }));
      return items;
    },
  });

/** The timers that run, whenever they were started. */
export const timersQuery = queryOptions({
  queryKey: ['time', 'timers'],
  refetchInterval: 30_000,
  queryFn: async (): Promise<readonly TimeEntry[]> => {
    const query = { status: 'running', limit: 200 };
    const { items } = await client.body(client.api.GET('/v1/time-entries', { params: { query } as never }));
    return items;
  },
});

/** The packs of hours of an engagement, the latest; those of before are in the API. */
export const hourPacksQuery = (id: string) =>
  queryOptions({
    queryKey: ['time', 'packs', id],
    queryFn: async () => {
      const params = { path: { id }, query: { limit: 12 } };
      return (await client.body(client.api.GET('/v1/engagements/{id}/hour-packs', { params }))).items;
    },
  });

/** All lines by the hour of what goes on. */
export const hoursQuery = queryOptions({
  queryKey: ['time', 'hours'],
  queryFn: async (): Promise<readonly EngagedLine[]> => {
    const active = (await readEngagements()).filter(({ status }) => status === 'active');
    const read = active.map(async (engagement) => {
      const path = { id: engagement.id };
      const { lines, timeZone } = await client.body(client.api.GET('/v1/engagements/{id}/hours', { params: { path } }));
      return lines.map((line) => ({ ...line, engagement, timeZone }));
    });
    return (await Promise.all(read)).flat();
  },
});
