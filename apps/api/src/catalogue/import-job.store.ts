import { marketplace } from '#access';
import type { ImportJobDto, ImportJobPageDto, ImportJobReportDto, ImportProblemDto } from '#contracts';
import { assertImportUnderWay, assertMayAskImport, type CatalogueLanguage, demand, DomainError } from '#domain';
import type { Transaction } from '#platform/database';
import { byId, type PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

interface ImportJobRow extends Omit<ImportJobDto, 'askedAt' | 'finishedAt'> {
  readonly askedAt: Date;
  readonly finishedAt: Date | null;
}

/** An import as it is asked for. */
export interface AskedImport {
  readonly id: string;
  readonly source: string;
  readonly language: CatalogueLanguage | null;
  readonly retiresMissing: boolean;
  readonly isPreview: boolean;
  readonly mediaType: string;
  readonly charset: string | null;
  readonly content: Buffer;
  readonly askedBy: string | null;
}

/** An import that this process works on, and how far others have come with it. */
export interface ImportToDo extends AskedImport {
  readonly version: number;
  readonly done: number;
  readonly report: ImportJobReportDto | null;
}

const columns = `id, source, is_preview AS "isPreview", status, version, done, total, report, problem,
  asked_at AS "askedAt", finished_at AS "finishedAt"`;

/** How long a process that works on an import may be silent before another one takes it up. */
const leaseSeconds = 60;

/** Imports that are taken in by and by, and how far they are. */
@Injectable()
export class ImportJobStore {
  constructor(private readonly database: ApiDatabase) {}

  /** @throws DomainError `catalogue-import.too-many` */
  async ask(tx: Transaction, asked: AskedImport, now: string): Promise<void> {
    await tx.takeTurn('catalogue import jobs');
    const underWay = await tx.count(`api.catalogue_import_job WHERE status IN ('asked', 'working')`);
    assertMayAskImport(underWay);
    const { id, source, language, retiresMissing, isPreview, mediaType, charset, content, askedBy } = asked;
    await tx.execute(
      `INSERT INTO api.catalogue_import_job (id, source, language, retires_missing, is_preview, media_type, charset, content,
                                             asked_by, asked_at, status, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'asked', 1)`,
      [id, source, language, retiresMissing, isPreview, mediaType, charset, content, askedBy, now],
    );
  }

  /** @throws DomainError `catalogue-import.not-found`, `catalogue-import.over`, `precondition.stale` */
  async cancel(tx: Transaction, id: string, expectedVersion: number | null, now: string): Promise<void> {
    const [row] = await tx.query<Pick<ImportJobRow, 'status' | 'version'>>(
      'SELECT status, version FROM api.catalogue_import_job WHERE id = $1 FOR UPDATE',
      [id],
    );
    demand(row !== undefined, 'catalogue-import.not-found');
    if (expectedVersion !== null && row.version !== expectedVersion) throw new DomainError('precondition.stale');
    assertImportUnderWay(row.status);
    await tx.execute(
      `UPDATE api.catalogue_import_job SET status = 'cancelled', version = version + 1, content = NULL, finished_at = $2
        WHERE id = $1`,
      [id, now],
    );
  }

  /** @throws DomainError `catalogue-import.not-found` */
  async one(id: string): Promise<ImportJobDto> {
    const [row] = await this.database.transaction(marketplace, (tx) =>
      tx.query<ImportJobRow>(`SELECT ${columns} FROM api.catalogue_import_job WHERE id = $1`, [id]),
    );
    demand(row !== undefined, 'catalogue-import.not-found');
    return importJobDto(row);
  }

  /** Latest first. */
  page(request: PageRequest): Promise<ImportJobPageDto> {
    return byId.page(
      request,
      (before, limit) =>
        this.database.transaction(marketplace, (tx) =>
          tx.query<ImportJobRow>(
            `SELECT ${columns} FROM api.catalogue_import_job
              WHERE ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
            [before?.id ?? null, limit],
          ),
        ),
      importJobDto,
    );
  }

  /** The next one that nobody is at; null where there is none. */
  async take(now: string): Promise<ImportToDo | null> {
    const [row] = await this.database.transaction(marketplace, (tx) =>
      tx.query<ImportToDo>(
        `UPDATE api.catalogue_import_job
            SET status = 'working', version = version + 1,
                looked_after_until = $1::timestamptz + interval '${leaseSeconds} seconds'
          WHERE id = (SELECT id FROM api.catalogue_import_job
                       WHERE status = 'asked' OR (status = 'working' AND looked_after_until < $1)
                       ORDER BY asked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, source, language, retires_missing AS "retiresMissing", is_preview AS "isPreview",
                  media_type AS "mediaType", charset, content, asked_by AS "askedBy", version, done, report`,
        [now],
      ),
    );
    return row ?? null;
  }

  /** Says how far it is, together with what it has come to. False where it was given up, or another process has it. */
  async advance(
    tx: Transaction,
    { id, version }: ImportToDo,
    { done, total, report }: { readonly done: number; readonly total: number; readonly report: ImportJobReportDto },
    now: string,
  ): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE api.catalogue_import_job
          SET done = $3, total = $4, report = $5, looked_after_until = $6::timestamptz + interval '${leaseSeconds} seconds'
        WHERE id = $1 AND version = $2 AND status = 'working'`,
      [id, version, done, total, JSON.stringify(report), now],
    );
    return changed === 1;
  }

  /** False where it was given up meanwhile. */
  async finish(
    tx: Transaction,
    { id, version }: ImportToDo,
    report: ImportJobReportDto,
    now: string,
  ): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE api.catalogue_import_job
          SET status = 'done', version = version + 1, report = $3, content = NULL, finished_at = $4
        WHERE id = $1 AND version = $2 AND status = 'working'`,
      [id, version, JSON.stringify(report), now],
    );
    return changed === 1;
  }

  async fail({ id, version }: ImportToDo, problem: ImportProblemDto, now: string): Promise<void> {
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `UPDATE api.catalogue_import_job
            SET status = 'failed', version = version + 1, problem = $3, content = NULL, finished_at = $4
          WHERE id = $1 AND version = $2 AND status = 'working'`,
        [id, version, JSON.stringify(problem), now],
      ),
    );
  }
}

const importJobDto = ({ askedAt, finishedAt, ...row }: ImportJobRow): ImportJobDto => ({
  ...row,
  askedAt: askedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});
