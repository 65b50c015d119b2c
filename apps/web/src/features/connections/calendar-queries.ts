import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';

export type CalendarFeed = components['schemas']['CalendarFeedDto'];
export type OutsideCalendar = components['schemas']['OutsideCalendarDto'];

export const feedsQuery = queryOptions({
  queryKey: ['calendar-feeds'],
  queryFn: () => client.body(client.api.GET('/v1/calendar-feeds')),
});
export const outdatedFeeds = [['calendar-feeds']] as const;

/** A calendar that was just linked is read within a moment, which is worth another look. */
const soonMs = 2_000;

export const outsideCalendarsQuery = queryOptions({
  queryKey: ['outside-calendars'],
  queryFn: () => client.body(client.api.GET('/v1/outside-calendars')),
  refetchInterval: ({ state }) =>
    state.data?.items.some(({ lastReadAt, failure }) => lastReadAt === null && failure === null) ? soonMs : false,
});
export const outdatedOutsideCalendars = [['outside-calendars']] as const;
