import { marketplace } from '#access';
import type { NumberingDto, NumberingSettingsDto } from '#contracts';
import {
  assertTimeZone,
  demand,
  documentNumber,
  DomainError,
  localDate,
  nifOf,
  type NumberedDocument,
  seriesOf,
} from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

interface NumberingRow {
  readonly prefix: string;
  readonly timeZone: string;
  readonly keepsBillingRecords: boolean;
  readonly changedAt: Date;
  readonly version: number;
}

const columns = `prefix, time_zone AS "timeZone", keeps_billing_records AS "keepsBillingRecords", changed_at AS "changedAt", version`;

/** How an agency numbers what it issues, and on which clock its days begin. */
@Injectable()
export class DocumentNumbers {
  constructor(private readonly database: ApiDatabase) {}

  /**
   * The agency's next number of a kind, and the local date of its issue. The counter of its series and year stays locked until the
   * caller's transaction is over: others of the series wait, and a number whose transaction fails is given to the next one.
   * @param zone of an issuer that has named none
   */
  next(
    agencyId: string,
    document: NumberedDocument,
    { zone, now }: { zone: string; now: string },
  ): Promise<{ number: string; issuedOn: string }> {
    // Where the customer issues in the agency's name, the numbers are the agency's.
    return this.database.transaction(marketplace, async (tx) => {
      const [own] = await tx.query<NumberingRow>(`SELECT ${columns} FROM api.agency_numbering WHERE agency_id = $1`, [
        agencyId,
      ]);
      const issuedOn = localDate(now, own?.timeZone ?? zone);
      const series = seriesOf(own?.prefix ?? '', document);
      const year = issuedOn.slice(0, 4);
      const [row] = await tx.query<{ counted: number }>(
        `INSERT INTO api.invoice_series AS series (agency_id, series, year, last_number) VALUES ($1, $2, $3, 1)
         ON CONFLICT (agency_id, series, year) DO UPDATE SET last_number = series.last_number + 1
         RETURNING last_number AS counted`,
        [agencyId, series, Number(year)],
      );
      if (row === undefined) throw new Error(`the agency ${agencyId} has no series`);
      return { number: documentNumber(series, year, row.counted), issuedOn };
    });
  }

  /** Null for an agency that has said nothing. */
  async find(scope: Scope, agencyId: string): Promise<NumberingDto | null> {
    const [row] = await this.database.read(scope, (tx) =>
      tx.query<NumberingRow>(`SELECT ${columns} FROM api.agency_numbering WHERE agency_id = $1`, [agencyId]),
    );
    return row === undefined ? null : numberingDto(row);
  }

  /**
   * From the next document on: a prefix begins series of its own.
   * @param expected the version that the caller has seen; null for whichever is current
   * @throws DomainError `precondition.stale`, `time.unknown-zone`
   */
  async set(
    scope: Scope,
    by: { agencyId: string; userId: string | null; expected: number | null; now: string },
    { prefix, timeZone, keepsBillingRecords }: NumberingSettingsDto,
  ): Promise<NumberingDto> {
    assertTimeZone(timeZone, ['timeZone']);
    const row = await this.database.transaction(scope, async (tx) => {
      if (keepsBillingRecords !== undefined) await demandKeepable(tx, by.agencyId, keepsBillingRecords);
      const [kept] = await tx.query<NumberingRow>(
        `INSERT INTO api.agency_numbering AS numbering (agency_id, version, prefix, time_zone, changed_at, changed_by,
                                                        keeps_billing_records)
         VALUES ($1, 1, $2, $3, $4, $5, coalesce($7::boolean, false))
         ON CONFLICT (agency_id) DO UPDATE SET version = numbering.version + 1, prefix = excluded.prefix,
                                               time_zone = excluded.time_zone, changed_at = excluded.changed_at,
                                               changed_by = excluded.changed_by,
                                               keeps_billing_records = coalesce($7::boolean, numbering.keeps_billing_records)
          WHERE $6::integer IS NULL OR numbering.version = $6
         RETURNING ${columns}`,
        [by.agencyId, prefix, timeZone, by.now, by.userId, by.expected, keepsBillingRecords ?? null],
      );
      return kept;
    });
    if (row === undefined) throw new DomainError('precondition.stale');
    return numberingDto(row);
  }
}

/** Agencies of Spain keep records, under their NIF; and a chain that was begun goes on. @throws DomainError `numbering.…` */
async function demandKeepable(tx: Transaction, agencyId: string, keeps: boolean): Promise<void> {
  const at = ['keepsBillingRecords'];
  const [row] = await tx.query<{
    countryCode: string;
    vatId: string | null;
    registrationNumber: string | null;
    begun: boolean;
  }>(
    `SELECT country_code::text AS "countryCode", vat_id AS "vatId", registration_number AS "registrationNumber",
            EXISTS (SELECT FROM api.billing_record WHERE agency_id = $1) AS begun
       FROM api.agency WHERE id = $1`,
    [agencyId],
  );
  if (keeps) demand(row !== undefined && nifOf(row) !== null, 'numbering.without-nif', { at });
  else demand(row?.begun !== true, 'numbering.records-begun', { at });
}

const numberingDto = ({ changedAt, ...row }: NumberingRow): NumberingDto => ({
  ...row,
  changedAt: changedAt.toISOString(),
});
