import { marketplace } from '#access';
import {
  type AbsentTime,
  type Assistant,
  type AgencyStatus,
  type ClearedWorkplace,
  DomainError,
  type Readiness,
} from '#domain';
import type { Prepared } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { absentTime } from './standing-columns.js';

interface FoundRow extends Pick<Assistant, 'status' | 'countryCode' | 'timeZone' | 'daysOff'> {
  readonly id: string;
  readonly agencyStatus: AgencyStatus;
  readonly clearance: ClearedWorkplace | null;
  readonly absences: readonly AbsentTime[];
}

const readinessOfMany: Prepared = {
  name: 'readiness',
  text: `WITH cleared AS (
           SELECT assistant_id, json_build_object('clearanceId', id, 'countryCode', country_code,
                    'jurisdiction', jurisdiction, 'validUntil', valid_until) AS workplace
             FROM api.clearance WHERE assistant_id = ANY ($1::uuid[]) AND status = 'granted' FOR SHARE)
         SELECT assistant.id, assistant.status, assistant.country_code AS "countryCode",
                assistant.time_zone AS "timeZone", assistant.days_off AS "daysOff", agency.status AS "agencyStatus",
                (SELECT workplace FROM cleared WHERE cleared.assistant_id = assistant.id) AS clearance,
                ${absentTime} AS absences
           FROM api.assistant JOIN api.agency ON agency.id = assistant.agency_id
          WHERE assistant.id = ANY ($1::uuid[]) ORDER BY assistant.id
            FOR SHARE OF assistant, agency`,
};

/**
 * What of the supply side a step rests on, read as the marketplace and kept from changing until the ambient transaction is
 * over: whoever changes it later finds what was done by then, and puts it at risk.
 */
@Injectable()
export class ReadinessReader {
  constructor(private readonly database: ApiDatabase) {}

  /** @throws DomainError `assistant.not-found` */
  async of(assistantId: string): Promise<Readiness> {
    const found = (await this.ofMany([assistantId])).get(assistantId);
    if (found === undefined) throw new DomainError('assistant.not-found');
    return found;
  }

  /** By assistant; whoever isn't there is left out. */
  async ofMany(assistantIds: readonly string[]): Promise<ReadonlyMap<string, Readiness>> {
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<FoundRow>(readinessOfMany, [[...new Set(assistantIds)]]),
    );
    return new Map(
      rows.map(({ id, agencyStatus, clearance, absences, ...assistant }) => [
        id,
        { agencyStatus, assistant, clearance, absences },
      ]),
    );
  }
}
