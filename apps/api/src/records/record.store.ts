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
import { recordFiled } from './record.events.js';

/** An entry with whose it is. */
export interface KeptRecord extends RecordEntry {
  readonly businessId: string;
  readonly agencyId: string | null;
  readonly engagementId: string | null;
  readonly assistantId: string | null;
  readonly filedAt: string;
  readonly version: number;
}

interface RecordRow extends Omit<KeptRecord, 'filedAt' | keyof RecordContent> {
  readonly content: RecordContent;
  readonly filedAt: Date;
}

const columns = `r.id, r.version, r.business_id AS "businessId", r.agency_id AS "agencyId", r.engagement_id AS "engagementId",
  r.assistant_id AS "assistantId", r.status, r.content, r.return_reason AS "returnReason", r.filed_at AS "filedAt"`;
const isLocked = `EXISTS (SELECT FROM api.record_month m WHERE m.business_id = r.business_id
                                     AND m.month = to_char(r.dated_on, 'YYYY-MM')) AS "isLocked"`;
const sorts = bothWays('dated', 'r.dated_on', 'date');

/** The entries of records, a row each. */
@Injectable()
export class RecordStore {
  constructor(private readonly database: ApiDatabase) {}

  async add(tx: Transaction, record: KeptRecord, duplicateKey: string | null): Promise<void> {
    await tx.execute(
      `INSERT INTO api.record (id, version, business_id, agency_id, engagement_id, assistant_id, status, kind, dated_on,
                               duplicate_key, content, filed_at)
       VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        record.id,
        record.businessId,
        record.agencyId,
        record.engagementId,
        record.assistantId,
        record.status,
        record.kind,
        record.datedOn,
        duplicateKey,
        JSON.stringify(contentOf(record)),
        record.filedAt,
      ],
    );
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

  /** All entries between two local dates, in their order. */
  async between(scope: Scope, businessId: string, from: string, to: string): Promise<KeptRecord[]> {
    const rows = await this.database.read(scope, (tx) =>
      tx.query<RecordRow>(
        `SELECT ${columns} FROM api.record r WHERE r.business_id = $1 AND r.dated_on BETWEEN $2 AND $3 ORDER BY r.dated_on, r.id`,
        [businessId, from, to],
      ),
    );
    return rows.map(recordOf);
  }

  /** Those from a day on that have no category and count, locked until the transaction is over. */
  async uncategorised(tx: Transaction, businessId: string, from: string): Promise<KeptRecord[]> {
    const rows = await tx.query<RecordRow>(
      `SELECT ${columns} FROM api.record r
        WHERE r.business_id = $1 AND r.dated_on >= $2 AND r.status <> 'withdrawn' AND r.content ->> 'category' IS NULL
        ORDER BY r.dated_on, r.id FOR UPDATE`,
      [businessId, from],
    );
    return rows.map(recordOf);
  }

  /** Says the category of an entry that was locked. */
  async categorise(tx: Transaction, record: KeptRecord, content: RecordContent, now: string): Promise<void> {
    await tx.execute('UPDATE api.record SET version = version + 1, content = $2 WHERE id = $1', [
      record.id,
      JSON.stringify(content),
    ]);
    await tx.append(recordFiled({ ...record, ...content, version: record.version + 1 }, now));
  }

  /** Another entry that says the same, or has one of these documents; null where there is none. In the marketplace's scope. */
  async duplicate(
    tx: Transaction,
    businessId: string,
    { id, duplicateKey, fileIds }: { id: string; duplicateKey: string | null; fileIds: readonly string[] },
  ): Promise<string | null> {
    const [found] = await tx.query<{ id: string }>(
      `SELECT r.id FROM api.record r
        WHERE r.business_id = $1 AND r.status <> 'withdrawn' AND r.id <> $2
          AND (r.duplicate_key = $3 OR EXISTS (
            SELECT FROM api.file_use u JOIN api.file f ON f.id = u.file_id JOIN api.file mine ON mine.sha256 = f.sha256
             WHERE u.kind = 'record' AND u.subject_id = r.id AND mine.id = ANY ($4::uuid[])))
        ORDER BY r.id LIMIT 1`,
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
  const { netMinor, vatMinor, totalMinor, vatRateBps, paidOn, bankLineId, distanceTenths, fileIds, corrects } = entry;
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
  return { ...content, ...of, filedAt: filedAt.toISOString() };
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
