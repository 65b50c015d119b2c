import { type Actor, scopeOf } from '#access';
import type { RecordDto, RecordPageDto, RecordQueryDto } from '#contracts';
import { demand, DomainError, type RecordContent, type RecordEntry, type RecordStatus } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { datesOfQuery } from '../query-time.js';
import { bothWays, type Condition, sortedPage } from '../sorted-list.js';
import { assistantScopeOf } from '../work-records/assistant-scope.js';

/** An entry with whose it is. */
export interface KeptRecord extends RecordEntry {
  readonly businessId: string;
  readonly agencyId: string | null;
  readonly engagementId: string | null;
  readonly assistantId: string | null;
  readonly filedAt: string;
  readonly version: number;
}

/** What was kept before anybody could say what is kept back says nothing of it. */
type KeptContent = Omit<RecordContent, 'withheldMinor'> & Partial<Pick<RecordContent, 'withheldMinor'>>;

interface RecordRow extends Omit<KeptRecord, 'filedAt' | keyof RecordContent> {
  readonly content: KeptContent;
  readonly filedAt: Date;
}

const columns = `r.id, r.version, r.business_id AS "businessId", r.agency_id AS "agencyId", r.engagement_id AS "engagementId",
  r.assistant_id AS "assistantId", r.status, r.content, r.return_reason AS "returnReason", r.filed_at AS "filedAt"`;
const isLocked = `EXISTS (SELECT FROM api.record_month m WHERE m.business_id = r.business_id
                                     AND m.month = to_char(r.dated_on, 'YYYY-MM')) AS "isLocked"`;
const sorts = bothWays('dated', 'r.dated_on', 'date');
/** Entries that one statement files, and that one reads where all are looked at. */
const [atOnce, portion] = [500, 1_000];
const firstId = '00000000-0000-0000-0000-000000000000';

/** The entries of records, a row each. */
@Injectable()
export class RecordStore {
  constructor(private readonly database: ApiDatabase) {}

  /** Many at once, in a few statements. */
  async add(tx: Transaction, added: readonly { record: KeptRecord; duplicateKey: string | null }[]): Promise<void> {
    for (let at = 0; at < added.length; at += atOnce) {
      const rows = added.slice(at, at + atOnce).map(({ record, duplicateKey }) => ({
        ...record,
        duplicateKey,
        content: contentOf(record),
      }));
      await tx.execute(
        `INSERT INTO api.record (id, version, business_id, agency_id, engagement_id, assistant_id, status, kind, dated_on,
                                 duplicate_key, content, filed_at)
         SELECT id, 1, "businessId", "agencyId", "engagementId", "assistantId", status, kind, "datedOn", "duplicateKey", content, "filedAt"
           FROM jsonb_to_recordset($1::jsonb) AS said (
             id uuid, "businessId" uuid, "agencyId" uuid, "engagementId" uuid, "assistantId" uuid, status text, kind text,
             "datedOn" date, "duplicateKey" text, content jsonb, "filedAt" timestamptz)`,
        [JSON.stringify(rows)],
      );
    }
  }

  /** Says what has changed, in the version after the one that was locked. */
  async change(
    tx: Transaction,
    record: KeptRecord,
    change: { status: RecordStatus; content: RecordContent; returnReason: string | null; duplicateKey: string | null },
  ): Promise<KeptRecord> {
    const { status, content, returnReason, duplicateKey } = change;
    await tx.execute(
      `UPDATE api.record SET version = version + 1, status = $2, content = $3, dated_on = $4, return_reason = $5, duplicate_key = $6
        WHERE id = $1`,
      [record.id, status, JSON.stringify(content), content.datedOn, returnReason, duplicateKey],
    );
    return { ...record, ...content, status, returnReason, version: record.version + 1 };
  }

  /** Locked until the transaction is over. @throws DomainError `record.not-found`, `precondition.stale` */
  async lock(tx: Transaction, actor: Actor, id: string, expectedVersion: number | null): Promise<KeptRecord> {
    const [row] = await tx.query<RecordRow>(
      `SELECT ${columns} FROM api.record r WHERE r.id = $1 AND ($2::text IS NULL OR r.assistant_id::text = $2) FOR UPDATE`,
      [id, assistantScopeOf(actor)],
    );
    demand(row !== undefined, 'record.not-found');
    if (expectedVersion !== null && row.version !== expectedVersion) throw new DomainError('precondition.stale');
    return recordOf(row);
  }

  /** @throws DomainError `record.not-found` */
  async one(actor: Actor, id: string): Promise<RecordDto> {
    const [row] = await this.database.read(scopeOf(actor), (tx) =>
      tx.query<RecordRow & { isLocked: boolean }>(
        `SELECT ${columns}, ${isLocked} FROM api.record r WHERE r.id = $1 AND ($2::text IS NULL OR r.assistant_id::text = $2)`,
        [id, assistantScopeOf(actor)],
      ),
    );
    demand(row !== undefined, 'record.not-found');
    return recordDto(recordOf(row), row.isLocked);
  }

  page(actor: Actor, query: RecordQueryDto, request: PageRequest): Promise<RecordPageDto> {
    const { businessId, kind, status, sort = '-dated', ...dates } = query;
    const { from, to } = datesOfQuery(dates);
    const owner = actor.organisationKind === 'agency' ? 'r.agency_id = ?' : 'r.business_id = ?';
    const conditions: Condition[] = [
      [owner, actor.organisationId],
      ['r.business_id = ?', businessId],
      ['r.assistant_id::text = ?', assistantScopeOf(actor) ?? undefined],
      ['r.kind = ?', kind],
      ['r.status = ?', status],
      ['r.dated_on >= ?::date', from],
      ['r.dated_on <= ?::date', to],
    ];
    const list = { columns: `${columns}, ${isLocked}`, from: 'api.record r', id: 'r.id', conditions, sorts, sort };
    return this.database.read(scopeOf(actor), (tx) =>
      sortedPage<RecordRow & { isLocked: boolean }, RecordDto>(
        (sql, params) => tx.query(sql, [...params]),
        list,
        request,
        (row) => recordDto(recordOf(row), row.isLocked),
      ),
    );
  }

  /** All entries between two local dates, in their order, read in portions. */
  async *between(scope: Scope, businessId: string, from: string, to: string): AsyncGenerator<KeptRecord> {
    let [day, id] = [from, firstId];
    for (;;) {
      const rows = await this.database.read(scope, (tx) =>
        tx.query<RecordRow>(
          `SELECT ${columns} FROM api.record r
            WHERE r.business_id = $1 AND r.dated_on <= $2 AND (r.dated_on, r.id) > ($3, $4) ORDER BY r.dated_on, r.id LIMIT ${portion}`,
          [businessId, to, day, id],
        ),
      );
      const entries = rows.map(recordOf);
      yield* entries;
      const last = entries.at(-1);
      if (last === undefined || entries.length < portion) return;
      [day, id] = [last.datedOn, last.id];
    }
  }

  /** How many entries a business has in a year of the calendar, which the database keeps. In the marketplace's scope. */
  async countOf(tx: Transaction, businessId: string, year: number): Promise<number> {
    const [counted] = await tx.query<{ entries: number }>(
      'SELECT entries FROM api.record_count WHERE business_id = $1 AND year = $2',
      [businessId, year],
    );
    return counted?.entries ?? 0;
  }

  /** Another entry that says the same, or has one of these documents, each found by an index; null where there is none. In the marketplace's scope. */
  async duplicate(
    tx: Transaction,
    businessId: string,
    { id, duplicateKey, fileIds }: { id: string; duplicateKey: string | null; fileIds: readonly string[] },
  ): Promise<string | null> {
    const [found] = await tx.query<{ id: string }>(
      `SELECT same.id FROM (
         SELECT r.id, r.business_id, r.status FROM api.record r
          WHERE r.business_id = $1 AND r.duplicate_key = $3 AND r.status <> 'withdrawn'
         UNION ALL
         SELECT r.id, r.business_id, r.status FROM api.file mine JOIN api.file f ON f.sha256 = mine.sha256
           JOIN api.file_use u ON u.file_id = f.id AND u.kind = 'record' JOIN api.record r ON r.id = u.subject_id
          WHERE mine.id = ANY ($4::uuid[])) AS same
        WHERE same.business_id = $1 AND same.status <> 'withdrawn' AND same.id <> $2 ORDER BY same.id LIMIT 1`,
      [businessId, id, duplicateKey, fileIds],
    );
    return found?.id ?? null;
  }

  /** Of these months those that are closed. In the marketplace's scope. */
  async closedMonths(tx: Transaction, businessId: string, months: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ month: string }>(
      `SELECT month FROM api.record_month WHERE business_id = $1 AND month = ANY ($2)`,
      [businessId, months],
    );
    return new Set(rows.map(({ month }) => month));
  }
}

export function contentOf(entry: RecordContent): RecordContent {
  const { kind, datedOn, description, counterpart, counterpartVatId, documentNumber, category, currency } = entry;
  const { netMinor, vatMinor, totalMinor, withheldMinor, vatRateBps, paidOn } = entry;
  const { bankLineId, distanceTenths, fileIds, corrects } = entry;
  return {
    kind,
    datedOn,
    description,
    counterpart,
    counterpartVatId,
    documentNumber,
    category,
    currency,
    netMinor,
    vatMinor,
    totalMinor,
    withheldMinor,
    vatRateBps,
    paidOn,
    bankLineId,
    distanceTenths,
    fileIds,
    corrects,
  };
}

function recordOf({ content, filedAt, ...row }: RecordRow): KeptRecord {
  const { id, version, businessId, agencyId, engagementId, assistantId, status, returnReason } = row;
  const of = { id, version, businessId, agencyId, engagementId, assistantId, status, returnReason };
  return { withheldMinor: 0, ...content, ...of, filedAt: filedAt.toISOString() };
}

export const recordDto = (record: KeptRecord, isLockedNow: boolean): RecordDto => ({
  ...contentOf(record),
  id: record.id,
  businessId: record.businessId,
  agencyId: record.agencyId,
  engagementId: record.engagementId,
  assistantId: record.assistantId,
  status: record.status,
  returnReason: record.returnReason,
  fileIds: [...record.fileIds],
  isLocked: isLockedNow,
  filedAt: record.filedAt,
  version: record.version,
});
