import type {
  PublishedAgencyDto,
  PublishedAgencyPageDto,
  PublishedAssistantDto,
  PublishedAssistantPageDto,
  PublishedAssistantsQueryDto,
} from '#contracts';
import { DomainError } from '#domain';
import { byId, type PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

type Row = Omit<PublishedAssistantDto, 'hourlyRate' | 'listedAt'> & {
  rateMinor: number;
  rateCurrency: string;
  listedAt: Date;
};

const columns = `id, agency_id AS "agencyId", agency_name AS "agencyName", display_name AS "displayName",
  professional_title AS "professionalTitle", country_code AS "countryCode", time_zone AS "timeZone", skills,
  duty_codes AS "dutyCodes", languages, rate_minor AS "rateMinor", rate_currency AS "rateCurrency",
  weekly_hours AS "weeklyHours", weekly_capacity_minutes AS "weeklyCapacityMinutes",
  instant_booking AS "instantBooking", listed_at AS "listedAt"`;

/** What anybody may read of assistants: published listings of verified agencies, through a view that holds no others. */
@Injectable()
export class SearchPublished {
  constructor(private readonly database: ApiDatabase) {}

  /** In order of their id, which is the order in which they were taken in. */
  page(filters: PublishedAssistantsQueryDto, page: PageRequest): Promise<PublishedAssistantPageDto> {
    return byId.page(page, (after, limit) => this.read(filters, after, limit), publishedDto);
  }

  /** Agencies of whose listings any match, in order of their id. */
  agencies(filters: PublishedAssistantsQueryDto, page: PageRequest): Promise<PublishedAgencyPageDto> {
    return byId.page(
      page,
      (after, limit) => {
        const { where, params } = conditionsOf(filters, after === null ? null : ['agency_id > ?', after.id]);
        const sql = `SELECT agency_id AS id, agency_name AS name, count(*)::int AS assistants,
            array_agg(DISTINCT country_code ORDER BY country_code) AS "countryCodes", bool_or(instant_booking) AS "instantBooking"
          FROM api.published_assistant ${where} GROUP BY agency_id, agency_name ORDER BY agency_id LIMIT $${params.length + 1}`;
        return this.database.transaction({ kind: 'public' }, (tx) =>
          tx.query<PublishedAgencyDto>(sql, [...params, limit]),
        );
      },
      (agency) => agency,
    );
  }

  /** @throws DomainError `assistant.not-found` for any that isn't public as well */
  async one(id: string): Promise<PublishedAssistantDto> {
    const [row] = await this.database.transaction({ kind: 'public' }, (tx) =>
      tx.query<Row>(`SELECT ${columns} FROM api.published_assistant WHERE id = $1`, [id]),
    );
    if (row === undefined) throw new DomainError('assistant.not-found');
    return publishedDto(row);
  }

  private read(filters: PublishedAssistantsQueryDto, after: { id: string } | null, limit: number): Promise<Row[]> {
    const { where, params } = conditionsOf(filters, after === null ? null : ['id > ?', after.id]);
    const sql = `SELECT ${columns} FROM api.published_assistant ${where} ORDER BY id LIMIT $${params.length + 1}`;
    return this.database.transaction({ kind: 'public' }, (tx) => tx.query<Row>(sql, [...params, limit]));
  }
}

type Condition = readonly [condition: string, value: unknown];

/** Only the conditions that are asked for, so that the indexes on skills, duties and languages can be used. */
function conditionsOf(filters: PublishedAssistantsQueryDto, after: Condition | null) {
  const asked: Condition[] = [];
  const { duty, skill, language, country, instant, agency } = filters;
  if (duty !== undefined) asked.push(['duty_codes @> ARRAY[?::text]', duty]);
  if (skill !== undefined) asked.push(['skills @> ?::jsonb', JSON.stringify([{ skillCode: skill }])]);
  if (language !== undefined) asked.push(['languages @> ?::jsonb', JSON.stringify([{ language }])]);
  if (country !== undefined) asked.push(['country_code = ?', country]);
  if (instant !== undefined) asked.push(['instant_booking = ?', instant === 'true']);
  if (agency !== undefined) asked.push(['agency_id = ?', agency]);
  if (after !== null) asked.push(after);
  const conditions = asked.map(([condition], index) => condition.replace('?', `$${index + 1}`));
  return {
    where: conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '',
    params: asked.map(([, value]) => value),
  };
}

const publishedDto = ({ rateMinor, rateCurrency, listedAt, ...row }: Row): PublishedAssistantDto => ({
  ...row,
  hourlyRate: { amountMinor: Number(rateMinor), currency: rateCurrency },
  listedAt: listedAt.toISOString(),
});
