import { marketplace } from '#access';
import type { NeedForAgencyDto, NeedForAgencyPageDto } from '#contracts';
import { DomainError, maskContacts, type NeedDetails } from '#domain';
import type { Database } from '#platform/database';
import { byId, type PageRequest } from '#platform/http';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';
import { needOutline } from './need.dto-mapping.js';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly details: NeedDetails;
  readonly postedAt: Date;
  readonly invited: boolean;
  readonly sector: string;
  readonly countryCode: string;
}

/** Posted needs that are open to all or invite the agency, and don't exclude it; for verified agencies only. */
const visible = `
  SELECT need.id, need.version, need.details, need.posted_at AS "postedAt", business.sector,
         business.country_code AS "countryCode", $1::uuid = ANY (need.invited_agency_ids) AS invited
    FROM api.need JOIN api.business ON business.id = need.business_id
   WHERE need.status = 'posted' AND (need.open_to_proposals OR need.invited_agency_ids @> ARRAY[$1::uuid])
     AND NOT $1::uuid = ANY (need.excluded_agency_ids)
     AND EXISTS (SELECT FROM api.agency WHERE agency.id = $1::uuid AND agency.status = 'verified')`;

/** What agencies see of others' needs. It reads past the tenants, so it names exactly what may be seen. */
@Injectable()
export class NeedsForAgency {
  constructor(@Inject(apiDatabase) private readonly database: Database) {}

  page(agencyId: string, page: PageRequest): Promise<NeedForAgencyPageDto> {
    const sql = `${visible} AND ($2::uuid IS NULL OR need.id > $2) ORDER BY need.id LIMIT $3`;
    return byId.page(page, (after, limit) => this.read(sql, [agencyId, after?.id ?? null, limit]), needForAgencyDto);
  }

  /** @throws DomainError `need.not-found` for any that the agency may not see as well */
  async one(agencyId: string, needId: string): Promise<NeedForAgencyDto> {
    const [row] = await this.read(`${visible} AND need.id = $2::uuid`, [agencyId, needId]);
    if (row === undefined) throw new DomainError('need.not-found');
    return needForAgencyDto(row);
  }

  private read(sql: string, params: unknown[]): Promise<Row[]> {
    return this.database.transaction(marketplace, (tx) => tx.query<Row>(sql, params));
  }
}

function needForAgencyDto({ id, version, details, postedAt, invited, sector, countryCode }: Row): NeedForAgencyDto {
  const words = invited && details.words !== null ? maskContacts(details.words.text) : null;
  return {
    ...needOutline(details, { id, status: 'posted', postedAt: postedAt.toISOString(), version }),
    invited,
    words,
    sector,
    countryCode,
  };
}
