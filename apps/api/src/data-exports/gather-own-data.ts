import { marketplace } from '#access';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { ApiDatabase } from '../api-database.js';
import { archiveIndex } from '../archives/archive-index.js';
import type { ArchiveContent, Saying } from '../archives/archive-making.js';
import type { PackedBytes } from '../archives/write-archive.js';
import type { ExportToMake } from './data-export.store.js';
import { knownOfPerson, tablesOf } from './own-tables.js';

/** Rows that are in memory at a time. */
const rowsAtOnce = 500;

/** A list of what is known, as a query. */
interface Listing {
  readonly name: string;
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** Reads what is somebody's: of a person by her account, of an organisation by what row-level security shows it. */
@Injectable()
export class GatherOwnData {
  constructor(private readonly database: ApiDatabase) {}

  async gather(job: ExportToMake, folder: string, say: Saying): Promise<ArchiveContent> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { organisationId, userId } = job;
    const isPerson = job.of === 'person';
    const scope: Scope = isPerson ? marketplace : { kind: 'organisation', organisationId };
    const documents: PackedBytes[] = [];
    for (const listing of isPerson ? listingsOfPerson(userId) : listingsOfOrganisation(job)) {
      documents.push(await this.write(scope, listing, folder));
      await say(0, documents.length);
    }
    documents.push(
      ...(await this.files(scope, isPerson ? ['uploaded_by', userId] : ['organisation_id', organisationId])),
    );
    return { texts: [archiveIndex([], documents)], documents };
  }

  /** An array of JSON, row by row, so that a table of any size needs no more memory than some of its rows. */
  private async write(scope: Scope, { name, sql, params }: Listing, folder: string): Promise<PackedBytes> {
    const madeAt = path.join(folder, `${name}.json`);
    const [file, hash] = [await open(madeAt, 'wx', 0o600), createHash('sha256')];
    let size = 0;
    const put = async (text: string): Promise<void> => {
      const bytes = Buffer.from(text);
      size += bytes.length;
      hash.update(bytes);
      await file.write(bytes);
    };
    try {
      await this.database.transaction(scope, async (tx) => {
        let between = '[\n';
        for await (const row of rowsOf(tx, sql, params)) {
          await put(`${between}${JSON.stringify(row)}`);
          between = ',\n';
        }
        await put(between === '[\n' ? '[]\n' : '\n]\n');
      });
    } finally {
      await file.close();
    }
    return { bytes: { madeAt }, path: `data/${name}.json`, size, sha256: hash.digest('hex') };
  }

  /** Packs of tax years stay out: they are made of what is in here. */
  private async files(scope: Scope, [column, id]: readonly [string, string]): Promise<PackedBytes[]> {
    const rows = await this.database.read(scope, (tx) =>
      tx.query<{ id: string; name: string; size: number; sha256: string }>(
        `SELECT f.id, f.name, f.size, f.sha256 FROM api.file f
          WHERE f.${column} = $1 AND f.is_kept AND f.goes_at IS NULL AND f.uploaded_by IS NOT NULL ORDER BY f.id`,
        [id],
      ),
    );
    return rows.map(({ id: fileId, name, size, sha256 }) => {
      const plain = name
        .normalize('NFKD')
        .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
        .slice(-80);
      return { bytes: { fileId }, path: `files/${fileId}-${plain}`, size, sha256 };
    });
  }
}

async function* rowsOf(tx: Transaction, sql: string, params: readonly unknown[]): AsyncGenerator<object> {
  await tx.query(`DECLARE own NO SCROLL CURSOR FOR ${sql}`, [...params]);
  try {
    for (;;) {
      const rows = await tx.query<{ row: object }>(`FETCH ${rowsAtOnce} FROM own`);
      for (const { row } of rows) yield row;
      if (rows.length < rowsAtOnce) return;
    }
  } finally {
    await tx.query('CLOSE own');
  }
}

/** What isn't the person's own to read is left out: hashes, and what the service keeps for itself. */
const listingsOfPerson = (userId: string): Listing[] =>
  Object.entries(knownOfPerson).map(([name, sql]) => ({
    name,
    sql: `SELECT to_jsonb(known) AS row FROM (${sql}) AS known`,
    params: [userId],
  }));

const listingsOfOrganisation = ({ organisationKind }: ExportToMake): Listing[] =>
  tablesOf[organisationKind].map(({ table, without = [] }) => ({
    name: table.replaceAll('_', '-'),
    sql: `SELECT to_jsonb(own) - $1::text[] AS row FROM api.${table} AS own`,
    params: [[...without]],
  }));
