import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type Dispute = components['schemas']['DisputeDto'];
export type DisputeSubject = components['schemas']['DisputeSubjectDto'];
export type Verdict = components['schemas']['VerdictDto'];

/** What else shows whether something is in dispute, and what was decided. */
export const outdatedByDispute = [['disputes'], ['runs'], ['time'], ['invoices'], ['money']];

/** The latest first. */
export const disputesQuery = pagesQuery(['disputes', 'list'], (after) =>
  client.body(
    client.api.GET('/v1/disputes', {
      params: { query: { sort: '-opened', limit: 50, ...(after === undefined ? {} : { after }) } },
    }),
  ),
);

export const disputeQuery = (id: string) =>
  queryOptions({
    queryKey: ['disputes', id],
    queryFn: () => client.body(client.api.GET('/v1/disputes/{id}', { params: { path: { id } } })),
  });

/** Those about something, the latest first. */
export const disputesAboutQuery = (subjectId: string) =>
  queryOptions({
    queryKey: ['disputes', 'about', subjectId],
    queryFn: () =>
      client.body(client.api.GET('/v1/disputes', { params: { query: { subjectId, sort: '-opened', limit: 5 } } })),
  });

export const isDisputeKind = (kind: unknown): kind is DisputeSubject['kind'] =>
  kind === 'duty-run' || kind === 'time-entry' || kind === 'invoice';
