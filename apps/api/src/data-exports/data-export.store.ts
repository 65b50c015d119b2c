import { type Actor, marketplace, scopeOf } from '#access';
import type { DataExportDto } from '#contracts';
import { assertExportCancellable, assertMayExport, type DataExportStatus, type DataOwner, demand } from '#domain';
import type { Transaction } from '#platform/database';
import type { KeptBytes } from '#platform/files';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { ArchiveJobs } from '../archives/archive-jobs.js';
import { ResultWaiter } from '../result-waiter/result-waiter.js';

/** An archive of somebody's data that this process makes. */
export interface ExportToMake {
  readonly id: string;
  readonly version: number;
  readonly of: DataOwner;
  readonly userId: string;
  readonly organisationId: string;
  readonly organisationKind: 'agency' | 'business' | 'marketplace';
}

type ExportRow = Omit<DataExportDto, 'askedAt' | 'finishedAt' | 'goesAt' | 'size'> & {
  readonly size: string | null;
  readonly askedAt: Date;
  readonly finishedAt: Date | null;
  readonly goesAt: Date;
};

const columns = `id, of_whom AS of, status, done, total, size, sha256, asked_at AS "askedAt", finished_at AS "finishedAt",
  goes_at AS "goesAt", version`;

/** Archives of one's own data. Each is for whoever asked for it, and for nobody else of her organisation. */
@Injectable()
export class DataExportStore extends ArchiveJobs<ExportToMake> {
  constructor(database: ApiDatabase, waiter: ResultWaiter) {
    super(database, waiter, {
      table: 'api.data_export',
      taken: `id, version, of_whom AS of, user_id AS "userId", organisation_id AS "organisationId",
              organisation_kind AS "organisationKind"`,
      news: (id) => `data export ${id}`,
    });
  }

  /** @throws DomainError `data-export.too-many` */
  async ask(tx: Transaction, asked: Omit<ExportToMake, 'version'>, at: { now: string; goesAt: string }): Promise<void> {
    const { id, of, userId, organisationId, organisationKind } = asked;
    await tx.takeTurn(`data exports ${userId}`);
    const kept = await tx.count(`api.data_export WHERE user_id = $1 AND status IN ('asked', 'making', 'ready')`, [
      userId,
    ]);
    assertMayExport(kept);
    await tx.execute(
      `INSERT INTO api.data_export (id, organisation_id, organisation_kind, user_id, of_whom, status, version, asked_at, goes_at)
       VALUES ($1, $2, $3, $4, $5, 'asked', 1, $6, $7)`,
      [id, organisationId, organisationKind, userId, of, at.now, at.goesAt],
    );
  }

  /** @throws DomainError `data-export.…`, `precondition.stale` */
  async cancel(tx: Transaction, actor: Actor, id: string, at: { expected: number | null; now: string }): Promise<void> {
    await this.one(actor, id);
    await this.giveUp(tx, id, { ...at, noun: 'data-export' }, (status) =>
      assertExportCancellable(status as DataExportStatus),
    );
  }

  /** @throws DomainError `data-export.not-found` */
  async one(actor: Actor, id: string): Promise<DataExportDto> {
    const [row] = await this.database.transaction(scopeOf(actor), (tx) =>
      tx.query<ExportRow>(`SELECT ${columns} FROM api.data_export WHERE id = $1 AND user_id = $2`, [id, actor.userId]),
    );
    demand(row !== undefined, 'data-export.not-found');
    return dataExportDto(row);
  }

  /** Of whoever asks, in the organisation for which she acts; the latest first. */
  async of(actor: Actor): Promise<DataExportDto[]> {
    const rows = await this.database.read(scopeOf(actor), (tx) =>
      tx.query<ExportRow>(
        `SELECT ${columns} FROM api.data_export WHERE user_id = $1 AND organisation_id = $2 ORDER BY id DESC LIMIT 20`,
        [actor.userId, actor.organisationId],
      ),
    );
    return rows.map(dataExportDto);
  }

  /** The archive is kept: it is ready. False where it was given up meanwhile. */
  async finish({ id, version }: ExportToMake, { size, sha256 }: KeptBytes, now: string): Promise<boolean> {
    const changed = await this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `UPDATE api.data_export SET status = 'ready', version = version + 1, done = total, size = $3, sha256 = $4, finished_at = $5
          WHERE id = $1 AND version = $2 AND status = 'making'`,
        [id, version, size, sha256, now],
      ),
    );
    this.announce(id);
    return changed === 1;
  }

  /** Those whose time is over. */
  async past(now: string, atMost: number): Promise<string[]> {
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM api.data_export WHERE goes_at <= $1 AND status <> 'making' ORDER BY goes_at LIMIT $2`,
        [now, atMost],
      ),
    );
    return rows.map(({ id }) => id);
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.database.transaction(marketplace, (tx) =>
      tx.execute('DELETE FROM api.data_export WHERE id = ANY ($1::uuid[])', [ids]),
    );
  }
}

const dataExportDto = ({ size, askedAt, finishedAt, goesAt, ...row }: ExportRow): DataExportDto => ({
  ...row,
  size: size === null ? null : Number(size),
  askedAt: askedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
  goesAt: goesAt.toISOString(),
});
