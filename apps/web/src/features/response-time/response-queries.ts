import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';

export type ResponseReport = components['schemas']['ResponseReportDto'];

export const responseReportQuery = (engagementId: string) =>
  queryOptions({
    queryKey: ['response-time', engagementId],
    queryFn: () =>
      client.body(client.api.GET('/v1/engagements/{id}/response-time', { params: { path: { id: engagementId } } })),
  });

export const responseHoursQuery = (businessId: string) =>
  queryOptions({
    queryKey: ['response-hours', businessId],
    queryFn: () =>
      client.answer(client.api.GET('/v1/businesses/{id}/response-hours', { params: { path: { id: businessId } } })),
  });

export const responseRecordQuery = (agencyId: string) =>
  queryOptions({
    queryKey: ['response-record', agencyId],
    queryFn: () =>
      client.body(client.api.GET('/v1/agencies/{id}/response-record', { params: { path: { id: agencyId } } })),
  });
