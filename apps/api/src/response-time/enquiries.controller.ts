import { Access, type Actor, scopeOf } from '#access';
import { EnquiryDto, EnquiryImportDto, EnquiryPageDto, EnquiryQueryDto, TellEnquiryDto } from '#contracts';
import { Creation, CurrentCall, Reading } from '#platform/endpoints';
import {
  type Answer,
  CurrentActor,
  Idempotent,
  PageQuery,
  type PageRequest,
  TextBody,
  UuidParam,
  versioned,
} from '#platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Call } from '../call.js';
import { maxEnquiryLines } from './enquiry-file.js';
import { EnquiryReader, type MeasuredFile } from './enquiry-reader.js';
import { EnquiryStore } from './enquiry.store.js';
import { ImportEnquiries } from './import-enquiries.js';
import { readEnquiries, tellEnquiries } from './response-time-rules.js';
import { TellEnquiry } from './tell-enquiry.js';

const description = `Takes in enquiries from a file in UTF-8 of at most 16 MB and ${maxEnquiryLines} lines: CSV with a header line
(\`reference\`, \`openedAt\`, and if wanted \`firstAnsweredAt\` and \`automatic\`, in any order; commas, semicolons or tabs), or JSON with
one object a line, as \`POST /v1/enquiries\` takes it. In CSV, instants without an offset are the business's local time. Good lines
go in, every other line is counted and the first 200 are told with their number and the reason; the same file again changes nothing.`;

@ApiTags('response time')
@Controller('v1/enquiries')
export class EnquiriesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reader: EnquiryReader,
    private readonly enquiries: EnquiryStore,
  ) {}

  /** Says that a customer asked or was answered. What is known already is told again, with what has changed. */
  @Creation(tellEnquiries, EnquiryDto)
  async tell(@CurrentCall() call: Call, @Body() body: TellEnquiryDto): Promise<Answer<EnquiryDto>> {
    const { reference, openedAt, firstAnsweredAt = null, automatic = false } = body;
    const enquiry = { reference, openedAt, firstAnsweredAt, automatic };
    const told = await this.commands.execute(new TellEnquiry({ ...call, enquiry }));
    return versioned(told, told.version, { location: `/v1/enquiries/${told.id}` });
  }

  @Post('import')
  @HttpCode(200)
  @Idempotent({
    before: (controller: EnquiriesController, { actor, now }: Call, text: string) =>
      controller.reader.read(actor, text, now),
  })
  @Access(tellEnquiries)
  @ApiOperation({ summary: 'Import enquiries', description })
  @ApiOkResponse({ type: EnquiryImportDto })
  import(
    @CurrentCall() call: Call,
    @TextBody({ mediaTypes: ['text/csv', 'application/x-ndjson'], kibibytes: 16_384 }) _text: string,
    file: MeasuredFile,
  ): Promise<EnquiryImportDto> {
    return this.commands.execute(new ImportEnquiries({ ...call, file }));
  }

  /** Those of the business, in the order in which they were opened unless asked otherwise. */
  @Get()
  @Access(readEnquiries)
  list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() query: EnquiryQueryDto,
  ): Promise<EnquiryPageDto> {
    return this.enquiries.page(scopeOf(actor), actor.organisationId, query, page);
  }

  /** One enquiry. */
  @Reading(':id', readEnquiries, EnquiryDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<EnquiryDto>> {
    const enquiry = await this.enquiries.one(scopeOf(actor), id);
    return versioned(enquiry, enquiry.version);
  }
}
