import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type Entry = components['schemas']['RecordDto'];
export type Books = components['schemas']['RecordBooksDto'];
export type Gap = components['schemas']['RecordGapDto'];
export type Month = components['schemas']['RecordMonthDto'];
export type Reading = components['schemas']['ReadDocumentAnswerDto'];

/** Entries, the latest first: those of one status, or all. */
export const entriesQuery = (status?: Entry['status']) =>
  pagesQuery<Entry>(['records', 'entries', status ?? 'all'], (after) =>
    client.body(
      client.api.GET('/v1/records', {
        params: { query: { ...(status !== undefined && { status }), ...(after !== undefined && { after }) } },
      }),
    ),
  );

export const booksQuery = (businessId: string) =>
  queryOptions({
    queryKey: ['records', 'books', businessId],
    queryFn: () =>
      client.answer(client.api.GET('/v1/businesses/{id}/record-books', { params: { path: { id: businessId } } })),
  });

/** The fiscal year that begins in a year; the current one unless said. */
export const yearQuery = (id: string, year?: string) =>
  queryOptions({
    queryKey: ['records', 'year', id, year ?? 'current'],
    queryFn: () =>
      client.body(
        client.api.GET('/v1/businesses/{id}/record-year', {
          params: { path: { id }, query: year === undefined ? {} : { year } },
        }),
      ),
  });

/** Whose statements were taken in, with what their columns are. */
export const sourcesQuery = queryOptions({
  queryKey: ['records', 'sources'],
  queryFn: () => client.body(client.api.GET('/v1/record-sources')),
});

export const fileEntry = (body: components['schemas']['FileRecordDto'], key: string): Promise<Entry> =>
  client.body(client.api.POST('/v1/records', { params: { header: { 'Idempotency-Key': key } }, body }));

export const amendEntry = (
  { id, version }: Entry,
  body: components['schemas']['AmendRecordDto'],
  key: string,
): Promise<Entry> =>
  client.body(
    client.api.PUT('/v1/records/{id}', {
      params: { path: { id }, header: { 'Idempotency-Key': key, 'If-Match': `"${version}"` } },
      body,
    }),
  );

/** What an electronic invoice says; null for a document that nobody can read by itself. */
export async function readDocument(fileId: string): Promise<Reading | null> {
  try {
    return await client.body(client.api.POST('/v1/records/readings', { body: { fileId } }));
  } catch {
    return null;
  }
}
