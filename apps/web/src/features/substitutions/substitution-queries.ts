import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';

export type Substitution = components['schemas']['SubstitutionDto'];
export type Handover = components['schemas']['HandoverDto'];

/** What else shows who does the work. */
export const outdatedBySubstitution = [
  ['substitutions'],
  ['engagements'],
  ['agreements'],
  ['bookings'],
  ['runs'],
  ['access-grants'],
];

/** Of an engagement, the latest first. */
export const substitutionsQuery = (engagementId: string) =>
  queryOptions({
    queryKey: ['substitutions', 'engagement', engagementId],
    queryFn: () =>
      client.body(
        client.api.GET('/v1/substitutions', {
          params: { query: { engagementId, sort: '-created', limit: 20 } },
        }),
      ),
  });

export const substitutionQuery = (id: string) =>
  queryOptions({
    queryKey: ['substitutions', id],
    queryFn: () => client.answer(client.api.GET('/v1/substitutions/{id}', { params: { path: { id } } })),
  });

export const handoverQuery = (id: string) =>
  queryOptions({
    queryKey: ['substitutions', id, 'handover'],
    queryFn: () => client.answer(client.api.GET('/v1/substitutions/{id}/handover', { params: { path: { id } } })),
  });
