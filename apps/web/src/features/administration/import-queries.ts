import { ApiProblem, type components } from '@ajudant/client';
import { asItIs, type ChosenFile } from '../../api/chosen-file';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type ImportJob = components['schemas']['ImportJobDto'];
export type ImportJobReport = components['schemas']['ImportJobReportDto'];

/** A file that somebody chose, and what it is to be read as. */
export interface WantedImport {
  readonly file: ChosenFile;
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

const lookAgainMs = 500;

/**
 * Hands a file in and looks on until it is gone through.
 * @param tell how far it is
 * @throws ApiProblem with the reason where the import failed
 */
export async function importFile(
  { file, source, language, retireMissing }: WantedImport,
  isPreview: boolean,
  key: string,
  tell: (job: ImportJob) => void,
): Promise<ImportJobReport> {
  const query = { source, language, ...(retireMissing && yes('retireMissing')), ...(isPreview && yes('preview')) };
  let job = await client.body(
    client.api.POST('/v1/admin/catalogue/import-jobs', {
      params: { query, header: { 'Idempotency-Key': key } },
      ...asItIs(file),
    }),
  );
  while (job.finishedAt === null) {
    tell(job);
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    job = await client.body(
      client.api.GET('/v1/admin/catalogue/import-jobs/{id}', { params: { path: { id: job.id } } }),
    );
  }
  tell(job);
  if (job.problem !== null) throw new ApiProblem(400, job.problem.code, job.problem.detail ?? job.problem.code);
  if (job.report === null) throw new ApiProblem(409, 'catalogue-import.over', 'The import was stopped.');
  return job.report;
}

const yes = <Name extends string>(name: Name) => ({ [name]: 'true' }) as Record<Name, 'true'>;

export const cancelImport = (id: string, key: string): Promise<ImportJob> =>
  client.body(
    client.api.POST('/v1/admin/catalogue/import-jobs/{id}/cancellation', {
      params: { path: { id }, header: { 'Idempotency-Key': key, 'If-Match': '*' } },
    }),
  );

/** `skills_es.csv` is in Spanish; null for a name that doesn't tell. */
export const languageOfName = (name: string): WantedImport['language'] | null =>
  (/[_.-](en|es|ca)\.[^.]+$/i.exec(name)?.[1]?.toLowerCase() ?? null) as WantedImport['language'] | null;
