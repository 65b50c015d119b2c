import { TaxPackMadeV1, type TaxPackDto, type TaxPackPageDto } from '#contracts';
import { assertCancellable, assertMayAsk, demand, type TaxPackStatus } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { byId, type PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { ArchiveJobs } from '../archives/archive-jobs.js';
import { ResultWaiter } from '../result-waiter/result-waiter.js';

interface TaxPackRow extends Omit<TaxPackDto, 'askedAt' | 'finishedAt'> {
  readonly askedAt: Date;
  readonly finishedAt: Date | null;
  readonly fileId: string | null;
}

/** A pack that this process makes. */
export type PackToMake = Pick<TaxPackDto, 'id' | 'businessId' | 'year' | 'language' | 'version'>;

const columns = `p.id, p.business_id AS "businessId", p.year, p.language, p.status, p.version, p.done, p.total, p.file_id AS "fileId",
  p.asked_at AS "askedAt", p.finished_at AS "finishedAt", f.size, f.sha256`;
const from = 'api.tax_pack p LEFT JOIN api.file f ON f.id = p.file_id';

export const packNews = (id: string): string => `tax pack ${id}`;

/** Packs, and how far they are. */
@Injectable()
export class TaxPackStore extends ArchiveJobs<PackToMake> {
  constructor(database: ApiDatabase, waiter: ResultWaiter) {
    super(database, waiter, {
      table: 'api.tax_pack',
      taken: 'id, business_id AS "businessId", year, language, version',
      news: packNews,
    });
  }

  /** @throws DomainError `tax-pack.too-many` */
  async ask(tx: Transaction, pack: PackToMake, now: string): Promise<void> {
    const { id, businessId, year, language } = pack;
    await tx.takeTurn(`tax packs ${businessId}`);
    const underWay = await tx.count(`api.tax_pack WHERE business_id = $1 AND status IN ('asked', 'making')`, [
      businessId,
    ]);
    assertMayAsk(underWay);
    await tx.execute(
      `INSERT INTO api.tax_pack (id, business_id, year, language, status, version, asked_at) VALUES ($1, $2, $3, $4, 'asked', 1, $5)`,
      [id, businessId, year, language, now],
    );
  }

  /** @throws DomainError `tax-pack.not-found`, `tax-pack.over`, `precondition.stale` */
  cancel(tx: Transaction, id: string, expected: number | null, now: string): Promise<void> {
    return this.giveUp(tx, id, { expected, now, noun: 'tax-pack' }, (status) =>
      assertCancellable(status as TaxPackStatus),
    );
  }

  /** @throws DomainError `tax-pack.not-found` */
  async one(scope: Scope, id: string): Promise<TaxPackDto & { readonly fileId: string | null }> {
    const [row] = await this.database.transaction(scope, (tx) =>
      tx.query<TaxPackRow>(`SELECT ${columns} FROM ${from} WHERE p.id = $1`, [id]),
    );
    demand(row !== undefined, 'tax-pack.not-found');
    return { ...taxPackDto(row), fileId: row.fileId };
  }

  /** In the order in which they were asked for. */
  page(scope: Scope, businessId: string, request: PageRequest): Promise<TaxPackPageDto> {
    return byId.page(
      request,
      (after, limit) =>
        this.database.read(scope, (tx) =>
          tx.query<TaxPackRow>(
            `SELECT ${columns} FROM ${from} WHERE p.business_id = $1 AND ($2::uuid IS NULL OR p.id > $2) ORDER BY p.id LIMIT $3`,
            [businessId, after?.id ?? null, limit],
          ),
        ),
      taxPackDto,
    );
  }

  /** The archive is kept: it is ready. False where it was given up meanwhile. */
  async finish(tx: Transaction, pack: PackToMake, fileId: string, now: string): Promise<boolean> {
    const { id, version, businessId, year } = pack;
    const changed = await tx.execute(
      `UPDATE api.tax_pack SET status = 'ready', version = version + 1, done = total, file_id = $3, finished_at = $4
        WHERE id = $1 AND version = $2 AND status = 'making'`,
      [id, version, fileId, now],
    );
    if (changed === 0) return false;
    await tx.append([
      {
        type: TaxPackMadeV1.type,
        aggregateType: 'tax-pack',
        aggregateId: id,
        aggregateVersion: 1,
        audience: [businessId],
        data: { businessId, year, madeAt: now },
      },
    ]);
    tx.afterCommit(() => this.announce(id));
    return true;
  }
}

const taxPackDto = ({ fileId: _fileId, askedAt, finishedAt, ...row }: TaxPackRow): TaxPackDto => ({
  ...row,
  askedAt: askedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});
