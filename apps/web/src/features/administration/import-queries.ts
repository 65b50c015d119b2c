import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type ImportPreview = components['schemas']['CatalogueImportPreviewDto'];
export type ImportReport = components['schemas']['CatalogueImportReportDto'];

/** A file that somebody chose, and what it is to be read as. */
export interface WantedImport {
  readonly text: string;
  readonly contentType: 'text/csv' | 'text/tab-separated-values' | 'application/json' | 'application/x-ndjson';
  readonly source: string;
  readonly language: 'en' | 'es' | 'ca';
  readonly retireMissing: boolean;
}

export const importsQuery = pagesQuery(['imports'], (after) =>
  client.body(
    client.api.GET('/v1/admin/catalogue/imports', { params: { query: after === undefined ? {} : { after } } }),
  ),
);

export const entryStatuses = ['active', 'retired'] as const;
export type EntryStatus = (typeof entryStatuses)[number];

export const entriesQuery = (status: EntryStatus) =>
  pagesQuery(['imported-entries', status], (after) =>
    client.body(
      client.api.GET('/v1/admin/catalogue/entries', {
        params: { query: { status, ...(after === undefined ? {} : { after }) } },
      }),
    ),
  );

const byEnding: Readonly<Record<string, WantedImport['contentType']>> = {
  tsv: 'text/tab-separated-values',
  txt: 'text/tab-separated-values',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
};

/** By the ending of its name; what has another is taken for CSV. */
export const contentTypeOf = (fileName: string): WantedImport['contentType'] =>
  byEnding[fileName.split('.').at(-1)!.toLowerCase()] ?? 'text/csv';

const queryOf = ({ source, language, retireMissing }: WantedImport) => ({
  source,
  language,
  ...(retireMissing ? { retireMissing: 'true' as const } : {}),
});

/** The client writes JSON; a file is sent as it is. */
const asItIs = (wanted: WantedImport) => ({
  headers: { 'content-type': wanted.contentType },
  body: wanted.text as never,
  bodySerializer: () => wanted.text,
});

export const previewImport = (wanted: WantedImport): Promise<ImportPreview> =>
  client.body(
    client.api.POST('/v1/admin/catalogue/previews', { params: { query: queryOf(wanted) }, ...asItIs(wanted) }),
  );

export const takeIn = (wanted: WantedImport, idempotencyKey: string): Promise<ImportReport> =>
  client.body(
    client.api.POST('/v1/admin/catalogue/imports', {
      params: { query: queryOf(wanted), header: { 'Idempotency-Key': idempotencyKey } },
      ...asItIs(wanted),
    }),
  );
