import { marketplace } from '#access';
import type { NeedForAgencyDto, NeedForAgencyPageDto, NeedQueryDto } from '#contracts';
import { type CloseReason, DomainError, maskContacts, type NeedDetails, type NeedStatus, periodCount } from '#domain';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { type Condition, sortedPage } from '../sorted-list.js';
import { needConditions, needSorts } from './need-list.js';
import { needOutline } from './need.dto-mapping.js';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly status: NeedStatus;
  readonly details: NeedDetails;
  readonly postedAt: Date | null;
  readonly closedAt: Date | null;
  readonly closeReason: CloseReason | null;
  readonly invitedAgencyIds: readonly string[];
  readonly sector: string;
  readonly countryCode: string;
}

const from = 'api.need JOIN api.business ON business.id = need.business_id';
const columns = `need.id, need.version, need.status, need.details, need.posted_at AS "postedAt", need.closed_at AS "closedAt",
  need.close_reason AS "closeReason", need.invited_agency_ids AS "invitedAgencyIds", business.sector, business.country_code AS "countryCode"`;

/** For verified agencies that a need doesn't exclude. */
const notKeptFrom = (agencyId: string): Condition[] => [
  ['NOT ?::uuid = ANY (need.excluded_agency_ids)', agencyId],
  [`EXISTS (SELECT FROM api.agency WHERE agency.id = ?::uuid AND agency.status = 'verified')`, agencyId],
];

/** Posted needs that are open to all or invite the agency. */
const openTo = (agencyId: string): Condition[] => [
  [`need.status = 'posted'`],
  ['need.open_to_proposals OR need.invited_agency_ids @> ARRAY[?::uuid]', agencyId],
  ...notKeptFrom(agencyId),
];

/** Those too that it was told of while they were open: it was invited, or has made a proposal. What was a draft to the end was told to nobody. */
const toldTo = (agencyId: string): Condition[] => [
  [
    `need.posted_at IS NOT NULL AND (need.status = 'posted' AND need.open_to_proposals OR need.invited_agency_ids @> ARRAY[?::uuid])
      OR EXISTS (SELECT FROM api.proposal WHERE proposal.agency_id = ?::uuid AND proposal.need_id = need.id)`,
    agencyId,
    agencyId,
  ],
  ...notKeptFrom(agencyId),
];

/** What agencies see of others' needs. It reads past the tenants, so it names exactly what may be seen. */
@Injectable()
export class NeedsForAgency {
  constructor(private readonly database: ApiDatabase) {}

  /** @throws DomainError `time.bad-date`, `time.bad-range` */
  page(agencyId: string, query: NeedQueryDto, request: PageRequest): Promise<NeedForAgencyPageDto> {
    return this.list(agencyId, [...openTo(agencyId), ...needConditions(query)], query.sort ?? 'created', request);
  }

  /** @throws DomainError `need.not-found` for any that the agency may not see as well */
  async one(agencyId: string, needId: string): Promise<NeedForAgencyDto> {
    const conditions: Condition[] = [['need.id = ?::uuid', needId], ...toldTo(agencyId)];
    const { items } = await this.list(agencyId, conditions, 'created', { limit: 1, after: null });
    const [need] = items;
    if (need === undefined) throw new DomainError('need.not-found');
    return need;
  }

  private list(agencyId: string, conditions: readonly Condition[], sort: keyof typeof needSorts, request: PageRequest) {
    const list = { columns, from, id: 'need.id', conditions, sorts: needSorts, sort };
    return this.database.read(marketplace, (tx) =>
      sortedPage<Row, NeedForAgencyDto>(
        (sql, params) => tx.query(sql, [...params]),
        list,
        request,
        (row) => needForAgencyDto(row, row.invitedAgencyIds.includes(agencyId)),
      ),
    );
  }
}

function needForAgencyDto(
  { id, version, status, details, postedAt, closedAt, closeReason, sector, countryCode }: Row,
  invited: boolean,
): NeedForAgencyDto {
  const words = invited && details.words !== null ? maskContacts(details.words.text) : null;
  const { startsOn, endsOn } = details;
  if (startsOn === null || endsOn === null) throw new Error(`the need ${id} was posted without a term`);
  const outline = needOutline(details, { id, status, postedAt: postedAt?.toISOString() ?? null, version });
  return {
    ...outline,
    lines: outline.lines.map((line) => ({ ...line, occurrences: periodCount(line.cadence, startsOn, endsOn) })),
    invited,
    words,
    sector,
    countryCode,
    closedAt: closedAt?.toISOString() ?? null,
    closeReason,
  };
}
