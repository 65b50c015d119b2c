import { marketplace } from '#access';
import type { CatalogueImportDto } from '#contracts';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

export type CatalogueImport = Omit<CatalogueImportDto, 'importedAt'> & { readonly importedAt: string | Date };

const columns = `id, source, revision, imported_by AS "importedBy", imported_at AS "importedAt", accepted, updated,
  unchanged, retired, rejected`;

/** What was imported when and by whom; also what changed nothing. */
@Injectable()
export class CatalogueImportStore {
  constructor(private readonly database: ApiDatabase) {}

  async add(tx: Transaction, done: CatalogueImport): Promise<void> {
    const { id, source, revision, importedBy, importedAt, accepted, updated, unchanged, retired, rejected } = done;
    await tx.execute(
      `INSERT INTO api.catalogue_import (id, source, revision, imported_by, imported_at, accepted, updated, unchanged,
                                         retired, rejected)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, source, revision, importedBy, importedAt, accepted, updated, unchanged, retired, rejected],
    );
  }

  /** Latest first. */
  list(source: string | null, limit: number, beforeId: string | null): Promise<CatalogueImport[]> {
    return this.database.transaction(marketplace, (tx) =>
      tx.query<CatalogueImport>(
        `SELECT ${columns} FROM api.catalogue_import
          WHERE ($1::text IS NULL OR source = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
        [source, beforeId, limit],
      ),
    );
  }
}
