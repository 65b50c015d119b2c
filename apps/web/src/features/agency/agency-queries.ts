import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';

export type Agency = components['schemas']['AgencyDto'];
export type StandingTerms = components['schemas']['StandingTermsDto'];

export const agencyQuery = (id: string) =>
  queryOptions({
    queryKey: ['agencies', id],
    queryFn: () => client.answer(client.api.GET('/v1/agencies/{id}', { params: { path: { id } } })),
  });
