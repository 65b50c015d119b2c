import { Access, marketplace } from '#access';
import { SuggestionRecordDto } from '#contracts';
import { demand } from '#domain';
import { UuidParam } from '#platform/http';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AgencyStore } from '../agencies/agency.store.js';
import { ApiDatabase } from '../api-database.js';

const record = `SELECT count(*)::int AS measured, (count(*) FILTER (WHERE verdict = 'reached'))::int AS reached,
    (count(*) FILTER (WHERE verdict = 'improved'))::int AS improved,
    (count(*) FILTER (WHERE verdict = 'not-improved'))::int AS "notImproved"
  FROM api.suggestion_effect WHERE agency_id = $1 AND status = 'measured'`;

@ApiTags('suggestions')
@Controller('v1/agencies/:id/suggestion-record')
export class SuggestionRecordController {
  constructor(
    private readonly database: ApiDatabase,
    private readonly agencies: AgencyStore,
  ) {}

  /** What came of an agency's suggestions, as anybody may know: it says nothing of a single client. */
  @Get()
  @Access({ public: true })
  async read(@UuidParam() id: string): Promise<SuggestionRecordDto> {
    const { state: agency } = await this.agencies.load(marketplace, id);
    demand(agency.status === 'verified', 'agency.not-found');
    const [found] = await this.database.read(marketplace, (tx) =>
      tx.query<Omit<SuggestionRecordDto, 'agencyId'>>(record, [id]),
    );
    return { agencyId: id, ...found! };
  }
}
