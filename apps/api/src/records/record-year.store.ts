import { marketplace } from '#access';
import { RecordYearAnnouncedV1, RecordYearRemovedV1, type RemovedBooksDto } from '#contracts';
import type { EventDraft } from '#contracts/envelope';
import { type DateRange, demand, type RetainedYear } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

export interface KeptYear extends RetainedYear {
  readonly announcedAt: string;
  readonly keptFor: string | null;
  readonly removed: RemovedBooksDto | null;
}

type YearRow = Omit<KeptYear, 'announcedAt' | 'removedAt'> & {
  readonly announcedAt: Date;
  readonly removedAt: Date | null;
};

const columns = `year, goes_on::text AS "goesOn", announced_at AS "announcedAt", kept_for AS "keptFor", removed_at AS "removedAt", removed`;

/** Which years of books were announced to go, and which are gone. */
@Injectable()
export class RecordYearStore {
  constructor(private readonly database: ApiDatabase) {}

  async of(scope: Scope, businessId: string): Promise<KeptYear[]> {
    const rows = await this.database.read(scope, (tx) =>
      tx.query<YearRow>(`SELECT ${columns} FROM api.record_year WHERE business_id = $1 ORDER BY year`, [businessId]),
    );
    return rows.map(keptYear);
  }

  /** Locked until the transaction is over. @throws DomainError `record-year.not-found` */
  async lock(tx: Transaction, businessId: string, year: number): Promise<KeptYear> {
    const [row] = await tx.query<YearRow>(
      `SELECT ${columns} FROM api.record_year WHERE business_id = $1 AND year = $2 FOR UPDATE`,
      [businessId, year],
    );
    demand(row !== undefined, 'record-year.not-found', { at: ['year'] });
    return keptYear(row);
  }

  async extend(tx: Transaction, businessId: string, year: number, until: string, keptFor: string): Promise<void> {
    await tx.execute(
      `UPDATE api.record_year SET version = version + 1, goes_on = $3, kept_for = $4 WHERE business_id = $1 AND year = $2`,
      [businessId, year, until, keptFor],
    );
  }

  /** For a year that nobody was told of, or that was filed into again after it had gone. */
  async announce(
    tx: Transaction,
    id: string,
    of: { businessId: string; year: number; range: DateRange; goesOn: string; now: string },
  ): Promise<boolean> {
    const { businessId, year, range, goesOn, now } = of;
    const changed = await tx.execute(
      `INSERT INTO api.record_year AS known (business_id, year, version, goes_on, announced_at, from_on, to_on)
       VALUES ($1, $2, 1, $3, $4, $5, $6)
       ON CONFLICT (business_id, year) DO UPDATE
         SET version = known.version + 1, goes_on = $3, announced_at = $4, removed_at = NULL, removed = NULL
       WHERE known.removed_at IS NOT NULL`,
      [businessId, year, goesOn, now, range.from, range.to],
    );
    if (changed === 1) await tx.append([event(RecordYearAnnouncedV1.type, id, of, { goesOn, announcedAt: now })]);
    return changed === 1;
  }

  async note(
    tx: Transaction,
    id: string,
    of: { businessId: string; year: number; now: string },
    removed: RemovedBooksDto,
  ): Promise<void> {
    const { businessId, year, now } = of;
    await tx.execute(
      `UPDATE api.record_year SET version = version + 1, removed_at = $3, removed = $4 WHERE business_id = $1 AND year = $2`,
      [businessId, year, now, JSON.stringify(removed)],
    );
    await tx.append([event(RecordYearRemovedV1.type, id, of, { removedAt: now })]);
  }

  /** Years that go on a day, or should have gone before. */
  toGo(today: string, atMost: number): Promise<{ businessId: string; year: number }[]> {
    return this.database.read(marketplace, (tx) =>
      tx.query(
        `SELECT business_id AS "businessId", year FROM api.record_year
          WHERE removed_at IS NULL AND goes_on <= $1 ORDER BY goes_on, business_id LIMIT $2`,
        [today, atMost],
      ),
    );
  }
}

/** Each is told once: that it is announced, and that it is gone, are aggregates of their own, named by what they are. */
const event = (
  type: string,
  aggregateId: string,
  { businessId, year }: { businessId: string; year: number },
  data: object,
): EventDraft => ({
  type,
  aggregateType: 'record-year',
  aggregateId,
  aggregateVersion: 1,
  audience: [businessId],
  data: { businessId, year, ...data },
});

const keptYear = ({ announcedAt, removedAt, ...row }: YearRow): KeptYear => ({
  ...row,
  announcedAt: announcedAt.toISOString(),
  removedAt: removedAt?.toISOString() ?? null,
});
