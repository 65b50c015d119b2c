import type { EnquiryDto, EnquiryPageDto, EnquiryQueryDto } from '#contracts';
import { demand, type GoneEnquiry, type MeasuredEnquiry } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { spanOfQuery } from '../query-time.js';
import { bothWays, type Condition, sortedPage } from '../sorted-list.js';

export type EnquirySource = EnquiryDto['source'];

/** What became of enquiries that were told. */
export interface Told {
  readonly created: number;
  readonly updated: number;
}

export interface EnquiryInstants {
  readonly id: string;
  readonly openedAt: Date;
  readonly firstAnsweredAt: Date | null;
}

interface EnquiryRow extends Omit<EnquiryDto, 'openedAt' | 'firstAnsweredAt'> {
  readonly openedAt: Date;
  readonly firstAnsweredAt: Date | null;
}

const columns = `e.id, e.version, e.reference, e.opened_at AS "openedAt", e.first_answered_at AS "firstAnsweredAt", e.automatic,
  e.source, CASE WHEN e.first_answered_at IS NOT NULL THEN e.working_minutes END AS "workingMinutes",
  EXISTS (SELECT FROM api.enquiry before WHERE before.business_id = e.business_id AND before.reference = e.reference
                                           AND before.opened_at < e.opened_at) AS reopened`;
const sorts = bothWays('opened', 'e.opened_at', 'timestamptz');

/** What is told again and says nothing new is left alone. An answer that is known stays where the other side knows of none. */
const tell = `
  INSERT INTO api.enquiry AS known (id, version, business_id, reference, opened_at, first_answered_at, automatic, source,
                                    working_minutes, opened_week, hours_version, told_at)
  SELECT told.id, 1, $1, told.reference, told.opened_at, told.answered_at, told.automatic, $2, told.minutes, told.week, $3, $4
    FROM unnest($5::uuid[], $6::text[], $7::timestamptz[], $8::timestamptz[], $9::boolean[], $10::int[], $11::int[])
         AS told (id, reference, opened_at, answered_at, automatic, minutes, week)
  ON CONFLICT (business_id, reference, opened_at) DO UPDATE
    SET version = known.version + 1, first_answered_at = excluded.first_answered_at, automatic = excluded.automatic,
        working_minutes = excluded.working_minutes, hours_version = excluded.hours_version
    WHERE excluded.first_answered_at IS DISTINCT FROM known.first_answered_at AND excluded.first_answered_at IS NOT NULL
       OR excluded.automatic <> known.automatic AND
          (excluded.first_answered_at IS NOT NULL OR known.first_answered_at IS NULL)
  RETURNING version = 1 AS created`;

/** The enquiries of businesses, a row for each opening. */
@Injectable()
export class EnquiryStore {
  constructor(private readonly database: ApiDatabase) {}

  /** Takes in what is told of enquiries, none of them twice. */
  async tell(
    tx: Transaction,
    enquiries: readonly MeasuredEnquiry[],
    of: { businessId: string; source: EnquirySource; hoursVersion: number; now: string },
  ): Promise<Told> {
    const rows = await tx.query<{ created: boolean }>(tell, [
      of.businessId,
      of.source,
      of.hoursVersion,
      of.now,
      enquiries.map(() => uuidv7()),
      enquiries.map(({ reference }) => reference),
      enquiries.map(({ openedAt }) => openedAt),
      enquiries.map(({ firstAnsweredAt }) => firstAnsweredAt),
      enquiries.map(({ automatic }) => automatic),
      enquiries.map(({ workingMinutes }) => workingMinutes),
      enquiries.map(({ openedWeek }) => openedWeek),
    ]);
    const created = rows.filter((row) => row.created).length;
    return { created, updated: rows.length - created };
  }

  /** Takes back what a mailbox told and isn't so; what the business says itself stays. */
  async takeBack(tx: Transaction, businessId: string, gone: readonly GoneEnquiry[]): Promise<void> {
    await tx.execute(
      `DELETE FROM api.enquiry USING unnest($2::text[], $3::timestamptz[]) AS gone (reference, opened_at)
        WHERE enquiry.business_id = $1 AND enquiry.reference = gone.reference AND enquiry.opened_at = gone.opened_at
          AND enquiry.source = 'mailbox'`,
      [businessId, gone.map(({ reference }) => reference), gone.map(({ openedAt }) => openedAt)],
    );
  }

  /** @throws DomainError `enquiry.not-found` */
  one(scope: Scope, id: string): Promise<EnquiryDto> {
    return this.found(scope, 'e.id = $1', [id]);
  }

  /** @throws DomainError `enquiry.not-found` */
  told(scope: Scope, { reference, openedAt }: Pick<MeasuredEnquiry, 'reference' | 'openedAt'>): Promise<EnquiryDto> {
    return this.found(scope, 'e.reference = $1 AND e.opened_at = $2', [reference, openedAt]);
  }

  page(scope: Scope, businessId: string, query: EnquiryQueryDto, page: PageRequest): Promise<EnquiryPageDto> {
    const { state, sort = 'opened', ...time } = query;
    const { from, to } = spanOfQuery(time);
    const conditions: Condition[] = [
      ['e.business_id = ?', businessId],
      ['e.automatic = ?', state === undefined ? undefined : state === 'automatic'],
      ['(e.first_answered_at IS NOT NULL) = ?', ofAnswer(state)],
      ['e.opened_at >= ?', from],
      ['e.opened_at < ?', to],
    ];
    const list = { columns, from: 'api.enquiry e', id: 'e.id', conditions, sorts, sort };
    return this.database.read(scope, (tx) =>
      sortedPage<EnquiryRow, EnquiryDto>((sql, params) => tx.query(sql, [...params]), list, page, enquiryDto),
    );
  }

  /** Some that are counted by other hours than those of this version. */
  measuredBefore(tx: Transaction, businessId: string, version: number, atMost: number): Promise<EnquiryInstants[]> {
    return tx.query<EnquiryInstants>(
      `SELECT id, opened_at AS "openedAt", first_answered_at AS "firstAnsweredAt" FROM api.enquiry
        WHERE business_id = $1 AND hours_version < $2 LIMIT $3`,
      [businessId, version, atMost],
    );
  }

  async remeasure(
    tx: Transaction,
    version: number,
    measured: readonly (Pick<MeasuredEnquiry, 'workingMinutes' | 'openedWeek'> & { id: string })[],
  ): Promise<void> {
    await tx.execute(
      `UPDATE api.enquiry SET working_minutes = anew.minutes, opened_week = anew.week, hours_version = $1
         FROM unnest($2::uuid[], $3::int[], $4::int[]) AS anew (id, minutes, week) WHERE enquiry.id = anew.id`,
      [
        version,
        measured.map(({ id }) => id),
        measured.map(({ workingMinutes }) => workingMinutes),
        measured.map(({ openedWeek }) => openedWeek),
      ],
    );
  }

  private async found(scope: Scope, condition: string, params: unknown[]): Promise<EnquiryDto> {
    const [row] = await this.database.transaction(scope, (tx) =>
      tx.query<EnquiryRow>(`SELECT ${columns} FROM api.enquiry e WHERE ${condition}`, params),
    );
    demand(row !== undefined, 'enquiry.not-found');
    return enquiryDto(row);
  }
}

const ofAnswer = (state: EnquiryQueryDto['state']): boolean | undefined =>
  state === undefined || state === 'automatic' ? undefined : state === 'answered';

const enquiryDto = (row: EnquiryRow): EnquiryDto => ({
  id: row.id,
  reference: row.reference,
  openedAt: row.openedAt.toISOString(),
  firstAnsweredAt: row.firstAnsweredAt?.toISOString() ?? null,
  automatic: row.automatic,
  reopened: row.reopened,
  workingMinutes: row.workingMinutes,
  source: row.source,
  version: row.version,
});
