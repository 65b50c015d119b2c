import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type SuggestionRequest = components['schemas']['SuggestionRequestDto'];
export type Suggestion = components['schemas']['SuggestionDto'];
export type SuggestionTarget = components['schemas']['SuggestionTargetDto'];
export type SuggestionEffect = components['schemas']['SuggestionEffectDto'];

export const requestsQuery = (
  filter: { readonly needId?: string; readonly status?: SuggestionRequest['status'] } = {},
) =>
  pagesQuery(['suggestion-requests', filter], (after) =>
    client.body(
      client.api.GET('/v1/suggestion-requests', {
        params: { query: { ...filter, ...(after === undefined ? {} : { after }) } },
      }),
    ),
  );

export const requestQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['suggestion-requests', requestId],
    queryFn: () =>
      client.answer(client.api.GET('/v1/suggestion-requests/{id}', { params: { path: { id: requestId } } })),
  });

export const effectsQuery = (engagementId: string) =>
  queryOptions({
    queryKey: ['suggestion-effects', engagementId],
    queryFn: () =>
      client.body(
        client.api.GET('/v1/engagements/{id}/suggestion-effects', { params: { path: { id: engagementId } } }),
      ),
  });

export const suggestionRecordQuery = (agencyId: string) =>
  queryOptions({
    queryKey: ['suggestion-record', agencyId],
    queryFn: () =>
      client.body(client.api.GET('/v1/agencies/{id}/suggestion-record', { params: { path: { id: agencyId } } })),
  });
