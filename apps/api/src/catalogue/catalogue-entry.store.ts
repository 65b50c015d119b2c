import { marketplace } from '#access';
import {
  type CatalogueEntry,
  type CatalogueEntryFact,
  type CatalogueEntryId,
  evolveCatalogueEntry,
  type ImportedEntry,
} from '#domain';
import type { Transaction, Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { ApiStore } from '../api-store.js';
import { catalogueEntryEvent } from './catalogue-entry.events.js';
import { CatalogueEntryRow } from './catalogue-entry.row.js';

export interface EntryFilter {
  readonly source?: string | undefined;
  readonly status?: CatalogueEntry['status'] | undefined;
}

/** An entry by the code that its list goes by. */
export interface ListedEntry extends Versioned<CatalogueEntry> {
  readonly code: string;
}

@Injectable()
export class CatalogueEntryStore extends ApiStore<CatalogueEntry, CatalogueEntryFact, CatalogueEntryRow> {
  protected readonly kind = {
    noun: 'catalogue-entry',
    row: CatalogueEntryRow,
    evolve: evolveCatalogueEntry,
    toEvent: catalogueEntryEvent,
  };

  /** Holds others who would change entries until the end of the transaction; tells the last import that did. */
  async lockAll(tx: Transaction): Promise<number> {
    await tx.takeTurn('catalogue entries');
    const [row] = await tx.query<{ revision: number }>(
      `SELECT coalesce(max(revision), 0) AS revision FROM api.catalogue_entry`,
    );
    return row?.revision ?? 0;
  }

  async ofSource(tx: Transaction, source: string): Promise<CatalogueEntry[]> {
    return (await tx.manager.findBy(CatalogueEntryRow, { source })).map((row) => this.toState(row));
  }

  /** Those that go by one of these identifiers or codes. */
  async named(
    tx: Transaction,
    source: string,
    ids: readonly string[],
    codes: readonly string[],
  ): Promise<CatalogueEntry[]> {
    const rows = await tx.manager.findBy(CatalogueEntryRow, [
      { source, externalId: In(ids) },
      { source, code: In(codes) },
    ]);
    return rows.map((row) => this.toState(row));
  }

  async ofIds(tx: Transaction, ids: readonly string[]): Promise<CatalogueEntry[]> {
    return (await tx.manager.findBy(CatalogueEntryRow, { id: In(ids) })).map((row) => this.toState(row));
  }

  countOf(tx: Transaction, source: string): Promise<number> {
    return tx.manager.countBy(CatalogueEntryRow, { source });
  }

  /** Of all sources. */
  countInUse(tx: Transaction): Promise<number> {
    return tx.manager.countBy(CatalogueEntryRow, { status: 'active' });
  }

  /** Those in use that go by none of these identifiers. */
  async missingFrom(tx: Transaction, source: string, ids: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT e.id FROM api.catalogue_entry e LEFT JOIN unnest($2::text[]) AS named (id) ON named.id = e.external_id
        WHERE e.source = $1 AND e.status = 'active' AND named.id IS NULL ORDER BY e.code`,
      [source, ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Those that later imports than the one of this revision changed; what is offered of them, not all that is known. */
  changedSince(tx: Transaction, revision: number): Promise<ImportedEntry[]> {
    return tx.query<ImportedEntry>(
      `SELECT code, source, status, revision, details -> 'labels' AS labels, details -> 'terms' AS terms
         FROM api.catalogue_entry WHERE revision > $1`,
      [revision],
    );
  }

  /** In order of their codes. */
  list({ source, status }: EntryFilter, limit: number, afterCode: string | null): Promise<ListedEntry[]> {
    return this.database.transaction(marketplace, async (tx) => {
      const rows = await tx.manager.find(CatalogueEntryRow, {
        where: {
          ...(source !== undefined && { source }),
          ...(status !== undefined && { status }),
          ...(afterCode !== null && { code: MoreThan(afterCode) }),
        },
        order: { code: 'ASC' },
        take: limit,
      });
      return rows.map((row) => ({ code: row.code, state: this.toState(row), version: row.version }));
    });
  }

  protected toState(row: CatalogueEntryRow): CatalogueEntry {
    const { id, source, externalId, code, revision, details } = row;
    const importedAt = row.importedAt.toISOString();
    const entry = { entryId: id as CatalogueEntryId, source, externalId, code, revision, ...details, importedAt };
    if (row.retiredAt === null) return { status: 'active', ...entry };
    return { status: 'retired', ...entry, retiredAt: row.retiredAt.toISOString() };
  }

  protected toRow(entry: CatalogueEntry): Omit<CatalogueEntryRow, 'id' | 'version'> {
    const { source, externalId, code, revision, status, labels, alternativeLabels, descriptions, terms } = entry;
    return {
      source,
      externalId,
      code,
      revision,
      status,
      details: { labels, alternativeLabels, descriptions, terms },
      importedAt: new Date(entry.importedAt),
      retiredAt: entry.status === 'retired' ? new Date(entry.retiredAt) : null,
    };
  }
}
