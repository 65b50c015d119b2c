import { Access } from '#access';
import { ResponseRecordDto } from '#contracts';
import { UuidParam } from '#platform/http';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ResponseRecords } from './response-records.js';

@ApiTags('response time')
@Controller('v1/agencies/:id/response-record')
export class ResponseRecordController {
  constructor(private readonly records: ResponseRecords) {}

  /** In how many of an agency's engagements the clients' customers are answered faster than before, as anybody may know. */
  @Get()
  @Access({ public: true })
  read(@UuidParam() id: string): Promise<ResponseRecordDto> {
    return this.records.of(id);
  }
}
