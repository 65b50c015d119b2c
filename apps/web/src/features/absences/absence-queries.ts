import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type Absence = components['schemas']['AbsenceDto'];

/** What else shows whether somebody is there. */
export const outdatedByAbsence = [['absences'], ['runs'], ['bookings'], ['time']];

/** The latest first. */
export const absencesQuery = pagesQuery(['absences'], (after) =>
  client.body(
    client.api.GET('/v1/absences', {
      params: { query: { sort: '-starts', status: 'reported', limit: 50, ...(after === undefined ? {} : { after }) } },
    }),
  ),
);

export const engagementAbsencesQuery = (id: string) =>
  queryOptions({
    queryKey: ['absences', 'engagement', id],
    queryFn: () => client.body(client.api.GET('/v1/engagements/{id}/absences', { params: { path: { id } } })),
  });
